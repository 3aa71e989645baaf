{#- The columns of a figure that are compared between publications. -#}
{% macro compared_columns() -%}
    {{- return([
        'value_text', 'number', 'number_high', 'unit_text', 'value', 'value_high', 'unit', 'bound', 'measure',
        'direction', 'indicator_text', 'status', 'is_headline', 'period_start', 'period_end', 'region_code'
    ]) -}}
{%- endmacro %}
