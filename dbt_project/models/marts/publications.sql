-- The content is a sum of its rows' hashes, so that their order does not matter.
with items as (
    select content_hash as item_hash
    from {{ ref('int_document_contents') }}
    union all
    select md5_number(target_id || target_text || coalesce(indicator_id, '')) as item_hash
    from {{ ref('fact_targets') }}
    where not is_quantified
    union all
    select md5_number(concat_ws('|', document_id, title, kind, region_code, plan_year)) as item_hash
    from {{ ref('int_documents') }}
),

content as (
    select md5(coalesce(cast(bit_xor(item_hash) as varchar), '')) as content_hash
    from items
),

previous as (
    select *
    from {{ ref('stg_previous_publications') }}
),

last_publication as (
    select arg_max(content_hash, published_at) as content_hash
    from previous
),

-- A publication comes after those before it, also where the clock has been set back since.
today as (
    select greatest(now(), max(published_at) + interval 1 millisecond) as published_at
    from previous
),

-- A version is named after the day in China; a further one of the same day counts on: 2026.11.22.2.
named as (
    select
        published_at,
        strftime(timezone('Asia/Shanghai', published_at), '%Y.%m.%d') as calendar_day
    from today
),

earlier as (
    select count(*) as publications
    from previous
    inner join named on starts_with(previous.version, named.calendar_day)
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
    named.calendar_day
    || case when earlier.publications > 0 then '.' || (earlier.publications + 1) else '' end as version,
    content.content_hash,
    named.published_at,
    (select count(*) from {{ ref('int_documents') }}) as documents,
    (
        select coalesce(cast(sum(contents.figures) as bigint), 0)
        from {{ ref('int_document_contents') }} as contents
    ) as figures,
    (select count(*) from {{ ref('fact_targets') }}) as targets,
    -- The panel has a row for each of these; what asks for the version need not wait for it.
    (
        select count(*)
        from {{ ref('int_documents') }} as sources
        where sources.is_panel_source
    ) as panel_rows
from content
cross join named
cross join earlier
cross join last_publication
-- The same content is the same version.
where content.content_hash is distinct from last_publication.content_hash
