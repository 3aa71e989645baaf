{{ config(pre_hook='{{ create_made_provinces() }}') }}
-- All that the panels' rows of a province's regions are made of, in one number: the documents of its regions,
-- of those that are one with them in another province, of the province, of the nation, and of the benchmarks
-- that their figures name. 00 is the nation with its provinces. Other code is another matter: then
-- everything is made anew.
with findings as (
    select
        document_id,
        bit_xor(hash(check_name, indicator_id, quote)) as findings_hash
    from {{ ref('stg_document_findings') }}
    group by document_id
),

set_aside as (
    select distinct
        profiles.document_id,
        profiles.region_code,
        profiles.plan_year
    from {{ ref('stg_document_profiles') }} as profiles
    where profiles.document_id in (
        select failures.document_id from {{ ref('stg_document_failures') }} as failures
    )
),

-- The years that the panels stretch over concern every region.
years as (
    select hash(min(plan_year), max(plan_year)) as years_hash
    from (
        select plan_year from {{ ref('int_documents') }}
        where is_panel_source
        union all
        select set_aside.plan_year
        from set_aside
        inner join {{ ref('int_region_years') }} as regions
            on set_aside.region_code = regions.region_code and set_aside.plan_year = regions.year
    )
),

regions as (
    select
        region_code,
        bit_xor(content_hash) as content_hash
    from (
        select
            documents.region_code,
            hash(documents, states.document_state, findings.findings_hash) as content_hash -- noqa: RF02, RF03
        from {{ ref('int_documents') }} as documents -- noqa: AL05
        inner join {{ ref('int_document_states') }} as states on documents.document_id = states.document_id
        left join findings on documents.document_id = findings.document_id
        union all
        select
            region_code,
            hash(document_id, plan_year) as content_hash
        from set_aside
    )
    where region_code is not null
    group by region_code
),

-- A province and the regions whose documents its rows may rest on.
own as (
    select
        {{ province_of('members.region_code') }} as province,
        versions.region_code
    from {{ ref('int_regions') }} as versions
    inner join {{ ref('int_regions') }} as members on versions.series_key = members.series_key
    where versions.region_code in (select regions.region_code from regions)
),

looked_at as (
    select
        province,
        region_code
    from own
    union
    select
        own.province,
        unnest([own.province || '0000', left(own.region_code, 2) || '0000', '000000']) as region_code
    from own
    union
    select
        {{ province_of('documents.region_code') }} as province,
        figures.benchmark_code as region_code
    from {{ ref('stg_figures') }} as figures
    inner join {{ ref('int_documents') }} as documents on figures.document_id = documents.document_id
    where figures.benchmark_code is not null and documents.region_code is not null
)

select
    looked_at.province,
    hash(
        any_value(years.years_hash),
        bit_xor(hash(regions.region_code, regions.content_hash)) filter (
            where regions.region_code is not null
        )
    ) as province_state
from looked_at
cross join years
left join regions on looked_at.region_code = regions.region_code
group by looked_at.province
