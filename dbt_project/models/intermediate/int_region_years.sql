-- The version of a division that stands for it in a year: the one in force; in a year after its end (reports
-- of the spring of a change still use the old name) the last; in a year before the source begins, the first.
with years as (
    select
        region_code,
        coalesce(plan_year, review_year) as year
    from {{ ref('stg_document_profiles') }}
    union
    select
        region_code,
        year(period_end) as year
    from {{ ref('stg_figures') }}
    union
    select
        figures.region_code,
        profiles.plan_year as year
    from {{ ref('stg_figures') }} as figures
    inner join {{ ref('stg_document_profiles') }} as profiles on figures.document_id = profiles.document_id
),

firsts as (
    select
        region_code,
        min_by(region_key, valid_from) as region_key
    from {{ ref('int_regions') }}
    group by region_code
),

matches as (
    select
        years.region_code,
        years.year,
        coalesce(begun.region_key, firsts.region_key) as region_key
    from years
    inner join firsts on years.region_code = firsts.region_code
    asof left join {{ ref('int_regions') }} as begun
        on years.region_code = begun.region_code and make_date(years.year, 12, 31) >= begun.valid_from
    where years.year is not null
)

select
    matches.region_code,
    matches.year,
    matches.region_key,
    regions.series_key,
    regions.parent_code,
    regions.level
from matches
inner join {{ ref('int_regions') }} as regions on matches.region_key = regions.region_key
