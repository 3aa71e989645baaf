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

-- The longest listed unit that stands behind nothing but scale words: 万千瓦 is 万 of 千瓦, not 万千 of 瓦.
scaled as (
    select
        borne.unit_text,
        borne.canonical_unit,
        bare.factor,
        bare.dimension,
        bare.name_en,
        left(borne.plain_text, length(borne.plain_text) - length(bare.unit_text)) as scale
    from borne
    left join
        bare
        on
            ends_with(borne.plain_text, bare.unit_text)
            and regexp_full_match(
                left(borne.plain_text, length(borne.plain_text) - length(bare.unit_text)), '[十百千万亿]*'
            )
    qualify row_number() over (partition by borne.unit_text order by length(bare.unit_text) desc) = 1
)

select *
from bare
union all by name
select
    unit_text,
    canonical_unit,
    cast(
        factor * cast('1' || repeat('0', {{ scale_exponent('scale') }}) as bigint) as decimal(28, 8)
    ) as factor,
    dimension,
    name_en,
    false as is_listed
from scaled
