with stated as (
    select
        document_id,
        count(*) as stated_indicators
    from {{ ref('target_panel_long') }}
    group by document_id
),

cells as (
    select
        document_id,
        indicator_id,
        value,
        low,
        high,
        midpoint,
        bound,
        measure,
        bound_text,
        commitment,
        stretch_value as stretch,
        target_text as text,
        change_on_year_before as change,
        years_unchanged,
        five_year_value as five_year
    from {{ ref('target_panel_long') }}
),

pivoted as (
    select *
    from cells pivot (
        any_value(value) as value,
        any_value(low) as low,
        any_value(high) as high,
        any_value(midpoint) as midpoint,
        any_value(bound) as bound,
        any_value(measure) as measure,
        any_value(bound_text) as bound_text,
        any_value(commitment) as commitment,
        any_value(stretch) as stretch,
        any_value(text) as text,
        any_value(change) as change,
        any_value(years_unchanged) as years_unchanged,
        any_value(five_year) as five_year
        for indicator_id in ('{{ core_indicators() | join("', '") }}') -- noqa: LT05
        group by document_id
    )
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
    {% for id in core_indicators() -%}
        pivoted.{{ id }}_value as {{ id }},
    {% endfor -%}
    pivoted.* exclude (document_id, {{ core_indicators() | join('_value, ') }}_value) -- noqa
from {{ ref('int_documents') }} as documents
inner join {{ ref('dim_region') }} as regions on documents.region_key = regions.region_key
left join stated on documents.document_id = stated.document_id
left join pivoted on documents.document_id = pivoted.document_id
where documents.is_panel_source
