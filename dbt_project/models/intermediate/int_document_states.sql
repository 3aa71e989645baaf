-- All that the figures of a document are made of, in one number: its reading, what it is about, which other
-- it is a copy of, what checks, corrections and the other reports of its region say of its figures. Other
-- code is another matter: then everything is made anew.
--
-- A check's message is not part of it: some count the figures of all documents, and differ with one more.
with failures as (
    select
        document_id,
        bit_xor(distinct hash(figure_id, check_name)) as failures_hash
    from {{ ref('stg_figure_failures') }}
    group by document_id
),

corrections as (
    select
        document_id,
        bit_xor(hash(corrected)) as corrections_hash -- noqa: RF03
    from {{ ref('stg_corrections') }} as corrected -- noqa: AL05
    group by document_id
),

readings as (
    select
        document_id,
        bit_xor(hash(read_as, indicator_id)) as readings_hash
    from {{ ref('int_series_readings') }}
    group by document_id
)

select
    documents.document_id,
    hash(
        documents.extracted_at,
        documents.extractor_version,
        documents.region_code,
        documents.plan_year,
        documents.series_key,
        documents.copy_of,
        failures.failures_hash,
        corrections.corrections_hash,
        readings.readings_hash
    ) as document_state
from {{ ref('int_documents') }} as documents
left join failures on documents.document_id = failures.document_id
left join corrections on documents.document_id = corrections.document_id
left join readings on documents.document_id = readings.document_id
