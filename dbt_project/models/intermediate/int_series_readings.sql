-- Names that leave open which of two indicators is meant (财政收入: the total or the general budget's) have
-- one reading for a region through its years: where a document's own words do not decide, that of the
-- documents of its region whose words do. They decide where the other of the two is told by its own name.
with open_figures as (
    select distinct
        figures.document_id,
        figures.indicator_id,
        names.other_id
    from {{ ref('stg_figures') }} as figures
    inner join {{ ref('open_names') }} as names
        on figures.indicator_id = names.indicator_id and figures.indicator_text = names.name
    where figures.is_inferred and names.other_id is not null
),

named as (
    select distinct
        document_id,
        indicator_id
    from {{ ref('stg_figures') }}
    where not is_inferred and indicator_id in (select names.other_id from {{ ref('open_names') }} as names)
),

told as (
    select
        open_figures.*,
        documents.series_key,
        named.document_id is not null as is_decided
    from open_figures
    inner join {{ ref('int_documents') }} as documents on open_figures.document_id = documents.document_id
    left join named
        on open_figures.document_id = named.document_id and open_figures.other_id = named.indicator_id
    where documents.series_key is not null
),

decided as (
    select
        series_key,
        least(indicator_id, other_id) as one_id,
        greatest(indicator_id, other_id) as another_id,
        mode(indicator_id order by indicator_id) as indicator_id
    from told
    where is_decided
    group by all
)

select
    told.document_id,
    told.indicator_id as read_as,
    decided.indicator_id
from told
inner join decided
    on
        told.series_key = decided.series_key
        and least(told.indicator_id, told.other_id) = decided.one_id
        and greatest(told.indicator_id, told.other_id) = decided.another_id
where not told.is_decided and told.indicator_id != decided.indicator_id
