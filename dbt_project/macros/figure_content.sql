{#- What a figure says, as a struct: the columns that are compared between publications. -#}
{% macro figure_content(figures) -%}
    struct_pack(
        {%- for column in [
            'value_text', 'number', 'number_high', 'unit_text', 'value', 'value_high', 'unit', 'bound', 'measure',
            'direction', 'indicator_text', 'status', 'is_headline', 'period_start', 'period_end', 'region_code'
        ] %}
        {{ column }} := {{ figures }}.{{ column }}{{ ',' if not loop.last }}
        {%- endfor %}
    )
{%- endmacro %}
