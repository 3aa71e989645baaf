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

scaled as (
    select
        borne.*,
        regexp_extract(borne.plain_text, '^[十百千万亿]+') as scale,
        list_reduce(
            list_transform(
                string_split(regexp_extract(borne.plain_text, '^[十百千万亿]+'), ''),
                lambda word: case word
                    when '十' then 10 when '百' then 100 when '千' then 1000 when '万' then 10000
                    when '亿' then 100000000
                end
            ),
            lambda total, word: total * word
        ) as scale_factor
    from borne
)

select *
from bare
union all by name
select
    scaled.unit_text,
    scaled.canonical_unit,
    cast(bare.factor * coalesce(scaled.scale_factor, 1) as decimal(28, 8)) as factor,
    bare.dimension,
    bare.name_en,
    false as is_listed
from scaled
left join bare on substr(scaled.plain_text, length(scaled.scale) + 1) = bare.unit_text
