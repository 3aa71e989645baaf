{#- Tables and views in one statement each: DuckDB replaces what bears the name at one stroke, within the transaction. dbt's
    own way, for databases that cannot, makes it under another name, moves the old one aside, renames and drops: twice the
    statements, and most of what a small model costs. -#}
{% materialization table, adapter='duckdb' %}
    {%- set target = made_at_once(this.incorporate(type='table'), 'create or replace table') -%}
    {{ return({'relations': [target]}) }}
{% endmaterialization %}

{% materialization view, adapter='duckdb' %}
    {%- set target = made_at_once(this.incorporate(type='view'), 'create or replace view') -%}
    {{ return({'relations': [target]}) }}
{% endmaterialization %}

{% macro made_at_once(target, statement_begins) %}
    {%- set is_typed = config.get('contract').enforced and target.is_table -%}
    {%- set former = load_cached_relation(this) -%}
    {{ run_hooks(pre_hooks, inside_transaction=False) }}
    {{ run_hooks(pre_hooks, inside_transaction=True) }}
    {%- if former is not none and former.type != target.type -%}
        {%- do adapter.drop_relation(former) -%}
    {%- endif -%}
    {%- if config.get('contract').enforced -%}
        {%- do get_assert_columns_equivalent(compiled_code) -%}
    {%- endif -%}
    {% call statement('main') -%}
        {%- if is_typed -%}
            {{ statement_begins }} {{ target }} {{ get_table_columns_and_constraints() }};
            insert into {{ target }} {{ get_column_names() }} (
                {{ get_select_subquery(compiled_code) }}
            )
        {%- else -%}
            {{ statement_begins }} {{ target }} as (
                {{ compiled_code }}
            )
        {%- endif -%}
    {%- endcall %}
    {{ run_hooks(post_hooks, inside_transaction=True) }}
    {%- set descriptions = described(target) | trim -%}
    {%- if descriptions -%}
        {% call statement('descriptions') -%}{{ descriptions }}{%- endcall %}
    {%- endif -%}
    {%- do adapter.commit() -%}
    {{ run_hooks(post_hooks, inside_transaction=False) }}
    {{ return(target) }}
{% endmacro %}

{#- The statements that give a relation and its columns their descriptions, as `persist_docs` asks. -#}
{% macro described(relation) -%}
    {%- if config.persist_relation_docs() and model.description -%}
        {{ alter_relation_comment(relation, model.description) }}
    {%- endif -%}
    {%- if config.persist_column_docs() and model.columns -%}
        {{ alter_column_comment(relation, model.columns) }}
    {%- endif -%}
{%- endmacro %}
