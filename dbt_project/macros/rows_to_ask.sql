{#- Which rows of a model a run asks whether they conform: those of documents, or of provinces, that are in another state than
    when all rows of all models conformed (`intermediate.conforming`, written behind such a build). Rows of the same state
    were made before by the same code, and are as they were. Nothing, which is all rows, where dbt is called by hand, or where
    a run builds anew. -#}
{% macro rows_to_ask(made_by) -%}
    {%- set states = ref('int_' ~ made_by ~ '_states') -%}
    {%- if execute and env_var('ZHIBIAO_DBT_ASKS', 'all') == 'changed' -%}
        {{ province_of('region_code') if made_by == 'province' else made_by ~ '_id' }} in (
            select states.{{ 'province' if made_by == 'province' else made_by ~ '_id' }}
            from {{ states }} as states
            anti join intermediate.conforming as conforming
                on
                    conforming.made_by = '{{ made_by }}'
                    and states.{{ 'province' if made_by == 'province' else made_by ~ '_id' }} = conforming.made_of
                    and states.{{ made_by }}_state = conforming.state
        )
    {%- endif -%}
{%- endmacro %}
