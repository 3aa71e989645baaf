-- One row: the counts of each layer beside the one before. Of a document that is set aside nothing but its row in
-- quality.rejected_documents goes on.
with in_force as (
    select distinct document_id from raw.documents where removed_at is null
    except
    select document_id from quality.rejected_documents
),

counts as (
    select
        (select count(*) from extracted.figures where document_id in (select document_id from in_force)) as extracted,
        (select count(*) from marts.fact_figures) as accepted,
        (select count(distinct figure_id) from quality.rejected_figures) as rejected,
        (select count(*) from marts.fact_targets) as targets,
        (select count(*) from marts.fact_figures where status = 'target') as target_figures,
        (select count(*) from extracted.qualitative_targets where document_id in (select document_id from in_force)) as phrases,
        (select count(*) from marts.fact_achievements) as achievements,
        (select count(*) from marts.fact_figures where status = 'actual') as actual_figures,
        (select count(*) from marts.dim_document) as documents,
        (select count(distinct document_id) from raw.documents where removed_at is null) as landed,
        (select count(*) from quality.rejected_documents) as set_aside,
        (select count(*) from quality.numerals) as ledger,
        (select count(*) from extracted.numerals where document_id in (select document_id from in_force)) as numerals
)

select
    *,
    extracted = accepted + rejected as figures_balance,
    targets = target_figures + phrases as targets_balance,
    achievements = actual_figures as achievements_balance,
    documents + set_aside = landed as documents_balance,
    ledger = numerals as numerals_balance,
    case when extracted >= 200 then 100.0 * rejected / extracted end as rejected_percent
from counts
