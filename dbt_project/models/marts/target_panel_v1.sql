-- The panel as it was to November 2026, in which a column holds whatever the list states of an indicator:
-- growth in one row, an amount in another. Kept for a version for those whose queries name its columns.
with cells as (
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
    where {{ is_to_be_made('region_code') }}
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
    panel.region_code,
    panel.plan_year,
    panel.region_key,
    panel.region_name,
    panel.level,
    panel.province_name,
    panel.prefecture_name,
    panel.document_id,
    panel.document_kind,
    panel.stated_indicators,
    {% for id in core_indicators() -%}
        pivoted.{{ id }}_value as {{ id }},
    {% endfor -%}
    pivoted.* exclude (document_id, {{ core_indicators() | join('_value, ') }}_value) -- noqa
from {{ ref('target_panel') }} as panel
left join pivoted on panel.document_id = pivoted.document_id
where {{ is_to_be_made('panel.region_code') }}
