-- The units of the lexicon, and those that figures bear and the lexicon does not list.
with observed as (
    select
        unit_text,
        any_value(unit) as canonical_unit
    from {{ ref('stg_figures') }}
    where unit_text is not null and unit_text not in (select units.unit_text from {{ ref('units') }} as units)
    group by unit_text
)

select
    unit_text,
    canonical_unit,
    cast(factor as decimal(28, 8)) as factor,
    dimension,
    name_en,
    true as is_listed
from {{ ref('units') }}
union all by name
select
    unit_text,
    canonical_unit,
    false as is_listed
from observed
