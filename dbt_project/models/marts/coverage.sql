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

-- A document that was set aside whole; it counts where no other speaks for its region and year.
aside as (
    select
        regions.series_key,
        rejected.plan_year,
        any_value(regions.region_key) as region_key,
        any_value(rejected.region_code) as region_code,
        min(rejected.document_id) as document_id
    from {{ ref('rejected_documents') }} as rejected
    inner join
        {{ ref('int_region_years') }} as regions
        on rejected.region_code = regions.region_code and rejected.plan_year = regions.year
    where rejected.plan_year is not null
    group by regions.series_key, rejected.plan_year
),

-- What there is of a region and year: of a year's communiqué and accounts, that year's.
counted as (
    select
        coalesce(series_key, region_code) as series_key,
        coalesce(plan_year, review_year) as year,
        cast(count(*) filter (where kind = 'work_report') as integer) as work_reports,
        cast(count(*) filter (where kind in ('report_digest', 'conference_digest')) as integer) as digests,
        cast(count(*) filter (where kind = 'communique') as integer) as communiques,
        cast(
            count(*) filter (where kind in ('plan_report', 'budget_report')) as integer
        ) as plan_and_budget_reports,
        cast(count(*) filter (where kind = 'five_year_plan') as integer) as five_year_plans
    from {{ ref('int_documents') }}
    where coalesce(series_key, region_code) is not null
    group by all
),

broken_off as (
    select distinct document_id
    from {{ ref('stg_document_findings') }}
    where check_name in ('missing_target_list', 'truncated_text')
),

-- What the plan itself says it sets no target of.
declined as (
    select
        document_id,
        indicator_id,
        min(quote) as quote
    from {{ ref('stg_document_findings') }}
    where check_name = 'target_not_set'
    group by document_id, indicator_id
),

-- A report that opens a plan or a term of office may list what is to be reached by its end, and nothing for
-- its own year.
later as (
    select targets.document_id
    from {{ ref('fact_targets') }} as targets
    inner join
        spoken
        on targets.document_id = spoken.document_id and targets.region_code = spoken.region_code
    where
        targets.is_quantified
        and targets.indicator_id is not null
        and year(targets.period_end) > spoken.plan_year
    group by targets.document_id
    having count(distinct targets.indicator_id) > 1 or bool_or(targets.indicator_id = 'gdp')
),

beyond as (
    select distinct
        document_id,
        indicator_id
    from {{ ref('target_measures') }}
    where not is_headline
),

voiced as (
    select
        series_key,
        plan_year
    from spoken
    union
    select
        series_key,
        plan_year
    from aside
),

-- Every region with a report, in every year from the first to the last that any report plans for.
years as (
    select unnest(generate_series(min(plan_year), max(plan_year))) as plan_year
    from voiced
),

cells as (
    select
        regions.series_key,
        cast(years.plan_year as integer) as plan_year
    from (select distinct series_key from voiced) as regions
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
    where {{ is_to_be_made('coalesce(spoken.region_code, versions.region_code)') }}
)

select
    places.region_code,
    places.plan_year,
    indicators.indicator_id,
    places.region_key,
    regions.name as region_name,
    regions.level,
    case
        when places.document_id is null and aside.document_id is not null then 'set_aside'
        when places.document_id is null then 'no_report'
        when stated.form = 'number' then 'stated'
        when stated.form = 'words' then 'stated_in_words'
        when beyond.document_id is not null then 'stated_beyond_list'
        when declined.document_id is not null then 'set_none'
        when places.headline_indicators = 0 and broken_off.document_id is not null then 'cut_off'
        when places.headline_indicators = 0 and later.document_id is not null then 'only_later_years'
        when places.headline_indicators = 0 then 'no_list_found'
        else 'none_stated'
    end as status,
    places.document_id,
    places.document_kind,
    coalesce(counted.work_reports, 0) as work_reports,
    coalesce(counted.digests, 0) as digests,
    coalesce(counted.communiques, 0) as communiques,
    coalesce(counted.plan_and_budget_reports, 0) as plan_and_budget_reports,
    coalesce(counted.five_year_plans, 0) as five_year_plans,
    aside.document_id as set_aside_document_id,
    declined.quote as declined_text
from places
inner join {{ ref('dim_region') }} as regions on places.region_key = regions.region_key
inner join {{ ref('dim_indicator') }} as indicators on indicators.is_core
left join
    {{ ref('target_panel_long') }} as stated
    on places.document_id = stated.document_id and indicators.indicator_id = stated.indicator_id
left join
    beyond
    on places.document_id = beyond.document_id and indicators.indicator_id = beyond.indicator_id
left join
    declined
    on places.document_id = declined.document_id and indicators.indicator_id = declined.indicator_id
left join later on places.document_id = later.document_id
left join broken_off on places.document_id = broken_off.document_id
left join aside on places.series_key = aside.series_key and places.plan_year = aside.plan_year
left join counted on places.series_key = counted.series_key and places.plan_year = counted.year
