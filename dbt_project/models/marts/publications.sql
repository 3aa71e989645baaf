with figures as (
    select
        figure_id as item_id,
        md5(concat_ws('|', document_id, char_start, char_end, indicator_id
        {%- for column in compared_columns() %}, '{{ column }}', {{ column }}{% endfor %})) as item_hash
    from {{ ref('fact_figures') }}
),

qualitative as (
    select
        target_id as item_id,
        md5(concat_ws('|', document_id, char_start, char_end, indicator_id, target_text)) as item_hash
    from {{ ref('fact_targets') }}
    where not is_quantified
),

documents as (
    select
        document_id as item_id,
        md5(concat_ws('|', title, kind, region_code, plan_year, review_year)) as item_hash
    from {{ ref('int_documents') }}
),

content as (
    select coalesce(md5(string_agg(item_hash, '' order by item_id, item_hash)), md5('')) as content_hash
    from (
        select * from figures
        union all
        select * from qualitative
        union all
        select * from documents
    )
),

previous as (
    select *
    from {{ source('vintage', 'publications') }}
),

today as (select strftime(timezone('Asia/Shanghai', now()), '%Y.%m.%d') as day),

earlier as (
    select count(*) as publications
    from previous
    cross join today
    where starts_with(previous.version, today.day)
)

select
    version,
    content_hash,
    published_at,
    documents,
    figures,
    targets,
    panel_rows
from previous
union all
select
    -- The day in China; a further publication of the same day counts on: 2026.11.22.2.
    today.day || case when earlier.publications > 0 then '.' || (earlier.publications + 1) else '' end as version,
    content.content_hash,
    now() as published_at,
    (select count(*) from {{ ref('int_documents') }}) as documents,
    (select count(*) from {{ ref('fact_figures') }}) as figures,
    (select count(*) from {{ ref('fact_targets') }}) as targets,
    (select count(*) from {{ ref('target_panel') }}) as panel_rows
from content
cross join today
cross join earlier
-- The same content is the same version.
where content.content_hash is distinct from (select arg_max(content_hash, published_at) from previous)
