with spoken as (
    select
        coalesce(series_key, region_code) as series_key,
        plan_year,
        region_code,
        region_key,
        document_id,
        kind,
        headline_indicators
    from {{ ref('int_documents') }}
    where is_panel_source
),

-- Every region with a report, in every year from the first to the last that any report plans for.
years as (
    select unnest(generate_series(min(plan_year), max(plan_year))) as plan_year
    from spoken
),

cells as (
    select
        regions.series_key,
        cast(years.plan_year as integer) as plan_year
    from (select distinct series_key from spoken) as regions
    cross join years
),

-- The version of the division in force that year; none before it was founded.
versions as (
    select
        cells.series_key,
        cells.plan_year,
        regions.region_key,
        regions.region_code
    from cells
    inner join {{ ref('dim_region') }} as regions
        on
            cells.series_key = regions.series_key
            and make_date(cells.plan_year, 12, 31) >= regions.valid_from
            and (regions.valid_to is null or make_date(cells.plan_year, 12, 31) <= regions.valid_to)
),

places as (
    select
        coalesce(spoken.series_key, versions.series_key) as series_key,
        coalesce(spoken.plan_year, versions.plan_year) as plan_year,
        coalesce(spoken.region_code, versions.region_code) as region_code,
        coalesce(spoken.region_key, versions.region_key) as region_key,
        spoken.document_id,
        spoken.kind as document_kind,
        spoken.headline_indicators
    from versions
    full join spoken on versions.series_key = spoken.series_key and versions.plan_year = spoken.plan_year
)

select
    places.region_code,
    places.plan_year,
    indicators.indicator_id,
    places.region_key,
    regions.name as region_name,
    regions.level,
    case
        when places.document_id is null then 'no_report'
        when stated.form = 'number' then 'stated'
        when stated.form = 'words' then 'stated_in_words'
        when places.headline_indicators = 0 then 'no_list_found'
        else 'none_stated'
    end as status,
    places.document_id,
    places.document_kind
from places
inner join {{ ref('dim_region') }} as regions on places.region_key = regions.region_key
inner join {{ ref('dim_indicator') }} as indicators on indicators.is_core
left join
    {{ ref('target_panel_long') }} as stated
    on places.document_id = stated.document_id and indicators.indicator_id = stated.indicator_id
