{#- The ids of the indicators that the panel has columns for, as its contract names them
    (models/marts/target_panel.yml, which a test holds against the lexicon). -#}
{% macro core_indicators() -%}
    {%- set ids = [] -%}
    {%- for name in panel_columns() if name.endswith('_five_year') -%}
        {%- do ids.append(name | replace('_five_year', '')) -%}
    {%- endfor -%}
    {{- return(ids) -}}
{%- endmacro %}

{#- The panel's columns that hold one quantity of an indicator beside its own: gdp_level, gdp_five_year_total. -#}
{% macro panel_quantities() -%}
    {%- set names = [] -%}
    {%- set ids = core_indicators() -%}
    {%- set columns = panel_columns() -%}
    {%- for id in ids -%}
        {%- for suffix in [
            'growth', 'level', 'share', 'points', 'five_year', 'five_year_total', 'five_year_end', 'beyond_list'
        ] if id ~ '_' ~ suffix in columns -%}
            {%- do names.append(id ~ '_' ~ suffix) -%}
        {%- endfor -%}
    {%- endfor -%}
    {{- return(names) -}}
{%- endmacro %}

{#- The columns of the panel by name, from its contract. -#}
{% macro panel_columns() -%}
    {%- set names = [] -%}
    {%- for node in (graph.nodes.values() if execute else []) if node.unique_id == 'model.zhibiao.target_panel' -%}
        {%- for column in node.columns -%}
            {%- do names.append(column) -%}
        {%- endfor -%}
    {%- endfor -%}
    {{- return(names) -}}
{%- endmacro %}
