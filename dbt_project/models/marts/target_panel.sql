with stated as (
    select
        document_id,
        {{ panel_columns() }} -- noqa: LT02
        count(*) as stated_indicators
    from {{ ref('target_panel_long') }}
    group by document_id
)

select
    documents.region_code,
    documents.plan_year,
    documents.region_key,
    regions.name as region_name,
    regions.level,
    regions.province_name,
    regions.prefecture_name,
    documents.document_id,
    documents.kind as document_kind,
    cast(coalesce(stated.stated_indicators, 0) as integer) as stated_indicators,
    stated.* exclude (stated_indicators, document_id) -- noqa: RF02
from {{ ref('int_documents') }} as documents
inner join {{ ref('dim_region') }} as regions on documents.region_key = regions.region_key
left join stated on documents.document_id = stated.document_id
where documents.is_panel_source
