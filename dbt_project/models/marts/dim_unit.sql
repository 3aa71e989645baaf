-- The units of the lexicon, and those that figures bear: with a scale word (万人), or listed nowhere.
with bare as (
    select
        unit_text,
        canonical_unit,
        cast(factor as decimal(28, 8)) as factor,
        dimension,
        name_en,
        true as is_listed
    from {{ ref('units') }}
),

borne as (
    select
        unit_text,
        any_value(unit) as canonical_unit,
        regexp_replace(unit_text, '[*_\s]', '', 'g') as plain_text
    from {{ ref('stg_figures') }}
    where unit_text is not null and unit_text not in (select bare.unit_text from bare)
    group by unit_text
),

scales as (
    select
        scale_word,
        size
    from {{ ref('scale_words') }}
    union all
    select
        '' as scale_word,
        1 as size
)

select *
from bare
union all by name
-- The longest listed unit behind a scale word or none: 万千瓦 is 万 of 千瓦, and **千瓦** no 千 of 瓦.
select
    borne.unit_text,
    borne.canonical_unit,
    cast(bare.factor * scales.size as decimal(28, 8)) as factor,
    bare.dimension,
    bare.name_en,
    false as is_listed
from borne
left join (bare cross join scales) on borne.plain_text = scales.scale_word || bare.unit_text
qualify row_number() over (partition by borne.unit_text order by length(bare.unit_text) desc) = 1
