with figures as (
    select
        document_id,
        count(*) filter (where failed_checks is null) as figures,
        count(*) filter (where failed_checks is null and status = 'target') as targets,
        count(*) filter (
            where failed_checks is null and status = 'target' and is_headline
        ) as headline_targets,
        count(*) filter (where failed_checks is null and status = 'actual') as achievements,
        count(*) filter (where failed_checks is not null) as rejected_figures
    from {{ ref('int_figures') }}
    group by document_id
),

qualitative as (
    select
        document_id,
        count(*) as qualitative_targets
    from {{ ref('stg_qualitative_targets') }}
    group by document_id
),

ledger as (
    select
        document_id,
        count(*) as numerals,
        count(*) filter (where reason = 'unexplained') as unexplained_numerals
    from {{ ref('numerals') }}
    group by document_id
)

select
    documents.document_id,
    documents.file_name,
    documents.file_count,
    documents.title,
    documents.kind,
    documents.kind_source,
    documents.region_code,
    documents.region_key,
    documents.region_source,
    documents.plan_year,
    documents.plan_year_source,
    documents.review_year,
    documents.review_year_source,
    documents.is_panel_source,
    documents.copy_of,
    documents.text_length as characters,
    cast(coalesce(figures.figures, 0) as integer) as figures,
    cast(coalesce(figures.targets, 0) as integer) as quantified_targets,
    cast(coalesce(figures.headline_targets, 0) as integer) as headline_targets,
    cast(coalesce(qualitative.qualitative_targets, 0) as integer) as qualitative_targets,
    cast(coalesce(figures.achievements, 0) as integer) as achievements,
    cast(coalesce(figures.rejected_figures, 0) as integer) as rejected_figures,
    cast(coalesce(ledger.numerals, 0) as integer) as numerals,
    cast(coalesce(ledger.unexplained_numerals, 0) as integer) as unexplained_numerals,
    documents.source_url,
    documents.publisher,
    documents.published_on,
    documents.accessed_on,
    documents.licence,
    documents.landed_at,
    documents.extractor_version
from {{ ref('int_documents') }} as documents
left join figures on documents.document_id = figures.document_id
left join qualitative on documents.document_id = qualitative.document_id
left join ledger on documents.document_id = ledger.document_id
