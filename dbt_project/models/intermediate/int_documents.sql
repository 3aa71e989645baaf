-- What a document is about, the version of its region that was in force in its plan year, and whether it is
-- the one that speaks for its region and year in the panel.
with documents as (
    select
        documents.*,
        profiles.text_length,
        profiles.title,
        profiles.kind,
        profiles.region_code,
        profiles.plan_year,
        profiles.review_year,
        profiles.kind_source,
        profiles.region_source,
        profiles.plan_year_source,
        profiles.review_year_source,
        profiles.extractor_version,
        profiles.extracted_at
    from {{ ref('stg_documents') }} as documents
    left join {{ ref('stg_document_profiles') }} as profiles on documents.document_id = profiles.document_id
),

headlines as (
    select
        document_id,
        count(distinct indicator_id) as indicators
    from (
        select
            document_id,
            indicator_id
        from {{ ref('stg_figures') }}
        where is_headline
        union all
        select
            document_id,
            indicator_id
        from {{ ref('stg_qualitative_targets') }}
    )
    group by document_id
)

select
    documents.*,
    coalesce(headlines.indicators, 0) as headline_indicators,
    regions.region_key,
    regions.series_key,
    -- The full report speaks before a digest of it, the digest of a report before that of a conference; then
    -- the one that names more headline indicators, then the longer; the id settles what is left.
    documents.region_code is not null
    and documents.plan_year is not null
    -- A five-year plan sets no targets of a single year.
    and coalesce(documents.kind, '') <> 'five_year_plan'
    and row_number() over (
        partition by coalesce(regions.series_key, documents.region_code), documents.plan_year
        order by
            case documents.kind
                when 'work_report' then 1
                when 'report_digest' then 2
                when 'conference_digest' then 3
                else 4
            end asc,
            coalesce(headlines.indicators, 0) desc,
            documents.text_length desc,
            documents.document_id asc
    ) = 1 as is_panel_source
from documents
left join headlines on documents.document_id = headlines.document_id
left join
    {{ ref('int_region_years') }} as regions
    on documents.region_code = regions.region_code and documents.plan_year = regions.year
