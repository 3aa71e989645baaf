{{ config(
    materialized='incremental',
    pre_hook="{{ forget_outdated_documents(this, ref('int_document_states')) }}"
) }}
-- What the accepted figures of a document say, in one number. Made document by document, as int_figures is.
select
    figures.document_id,
    any_value(figures.document_state) as document_state,
    count(*) as figures,
    bit_xor(md5_number(figures.figure_id || cast({{ figure_content('figures') }} as varchar))) as content_hash -- noqa: LT02, LT05
from {{ ref('int_figures') }} as figures
where
    figures.failed_checks is null
    {% if is_incremental() %}
        and figures.document_id not in (select made.document_id from {{ this }} as made)
    {% endif %}
group by figures.document_id
