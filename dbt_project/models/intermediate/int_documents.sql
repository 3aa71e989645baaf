-- What a document is about, the version of its region that was in force in its year (a communiqué has only
-- the year that it reviews), whether it is the one that speaks for its region and year in the panel, and
-- which document it is a copy of.
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
),

placed as (
    select
        documents.*,
        coalesce(headlines.indicators, 0) as headline_indicators,
        regions.region_key,
        regions.series_key,
        coalesce(documents.plan_year - 1, documents.review_year) as reported_year,
        -- A digest is a short copy of the report that it is of.
        case when documents.kind = 'report_digest' then 'work_report' else documents.kind end as source_kind,
        coalesce(documents.kind, 'other') != 'other'
        and documents.region_code is not null
        and coalesce(documents.plan_year, documents.review_year) is not null as is_placed
    from documents
    left join headlines on documents.document_id = headlines.document_id
    left join
        {{ ref('int_region_years') }} as regions
        on
            documents.region_code = regions.region_code
            and coalesce(documents.plan_year, documents.review_year) = regions.year
)

select
    * exclude (source_kind, is_placed), -- noqa: RF02
    -- The full report speaks before a digest of it, the digest of a report before that of a conference; then
    -- the one that names more headline indicators, then the longer; the id settles what is left.
    region_code is not null
    and plan_year is not null
    -- A five-year plan sets no targets of a single year.
    and coalesce(kind, '') != 'five_year_plan'
    and row_number() over (
        partition by coalesce(series_key, region_code), plan_year
        order by
            case kind
                when 'work_report' then 1
                when 'report_digest' then 2
                when 'conference_digest' then 3
                else 4
            end asc,
            headline_indicators desc,
            text_length desc,
            document_id asc
    ) = 1 as is_panel_source,
    -- Documents of one kind on one region and year are copies (a page and a Word file); all stand behind the
    -- fullest of them, in the same order.
    case
        when
            is_placed
            and row_number() over copies > 1
            then first_value(document_id) over copies
    end as copy_of
from placed
window
    copies as (
        partition by is_placed, coalesce(series_key, region_code), reported_year, source_kind
        order by kind = 'work_report' desc, headline_indicators desc, text_length desc, document_id asc
    )
