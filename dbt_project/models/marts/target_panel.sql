with documents as (
    select *
    from {{ ref('int_documents') }}
    where is_panel_source
),

stated as (
    select
        document_id,
        count(*) as stated_indicators
        {%- for id in core_indicators() %},
        any_value(value) filter (where indicator_id = '{{ id }}') as {{ id }},
        any_value(low) filter (where indicator_id = '{{ id }}') as {{ id }}_low,
        any_value(high) filter (where indicator_id = '{{ id }}') as {{ id }}_high,
        any_value(midpoint) filter (where indicator_id = '{{ id }}') as {{ id }}_midpoint,
        any_value(bound) filter (where indicator_id = '{{ id }}') as {{ id }}_bound,
        any_value(measure) filter (where indicator_id = '{{ id }}') as {{ id }}_measure,
        any_value(bound_text) filter (where indicator_id = '{{ id }}') as {{ id }}_bound_text,
        any_value(commitment) filter (where indicator_id = '{{ id }}') as {{ id }}_commitment,
        any_value(stretch_value) filter (where indicator_id = '{{ id }}') as {{ id }}_stretch,
        any_value(target_text) filter (where indicator_id = '{{ id }}') as {{ id }}_text,
        any_value(change_on_year_before) filter (where indicator_id = '{{ id }}') as {{ id }}_change,
        any_value(years_unchanged) filter (where indicator_id = '{{ id }}') as {{ id }}_years_unchanged,
        any_value(five_year_value) filter (where indicator_id = '{{ id }}') as {{ id }}_five_year
        {%- endfor %}
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
    documents.kind as document_kind,
    cast(coalesce(stated.stated_indicators, 0) as integer) as stated_indicators,
    stated.* exclude (stated_indicators, document_id),
    documents.document_id
from documents
inner join {{ ref('dim_region') }} as regions on documents.region_key = regions.region_key
left join stated on documents.document_id = stated.document_id
