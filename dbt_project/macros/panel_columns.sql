{#- The panel's columns for its core indicators, each the cell of that indicator in the long form. -#}
{% macro panel_columns() -%}
    {%- set cells = {
        '': 'value', '_low': 'low', '_high': 'high', '_midpoint': 'midpoint', '_bound': 'bound',
        '_measure': 'measure', '_bound_text': 'bound_text', '_commitment': 'commitment',
        '_stretch': 'stretch_value', '_text': 'target_text', '_change': 'change_on_year_before',
        '_years_unchanged': 'years_unchanged', '_five_year': 'five_year_value'
    } -%}
    {%- for id in core_indicators() %}
        {%- for suffix, cell in cells.items() %}
        any_value({{ cell }}) filter (where indicator_id = '{{ id }}') as {{ id }}{{ suffix }},
        {%- endfor %}
    {%- endfor %}
{%- endmacro %}
