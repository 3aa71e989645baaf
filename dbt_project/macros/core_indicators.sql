{#- The ids of the indicators that the panel has columns for, as its contract names them
    (models/marts/target_panel.yml, which a test holds against the lexicon). -#}
{% macro core_indicators() -%}
    {%- set ids = [] -%}
    {%- for node in (graph.nodes.values() if execute else []) if node.unique_id == 'model.zhibiao.target_panel' -%}
        {%- for column in node.columns if column.endswith('_five_year') -%}
            {%- do ids.append(column | replace('_five_year', '')) -%}
        {%- endfor -%}
    {%- endfor -%}
    {{- return(ids) -}}
{%- endmacro %}
