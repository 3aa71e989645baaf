{#- How a table that is made piece by piece gets the pieces that are to be made: its pre-hook has deleted the old ones,
    and the query has rows of no others. dbt's own way makes a table of the new rows first, compares its columns with those
    there are and gives each its comment again. A contract's columns are named, so that one which is missing is told. -#}
{% materialization incremental, adapter='duckdb' %}
    {%- set made = load_cached_relation(this) -%}
    {%- if made is none or not made.is_table or should_full_refresh() -%}
        {{ return(materialization_table_duckdb()) }}
    {%- endif -%}
    {{ run_hooks(pre_hooks, inside_transaction=False) }}
    {{ run_hooks(pre_hooks, inside_transaction=True) }}
    {% call statement('main') -%}
        {%- if config.get('contract').enforced -%}
            {%- set names = model['columns'].values() | map(attribute='name') | join(', ') -%}
            insert into {{ this }} ({{ names }})
            select {{ names }}
            from (
                {{ compiled_code }}
            )
        {%- else -%}
            insert into {{ this }} by name
            {{ compiled_code }}
        {%- endif -%}
    {%- endcall %}
    {{ run_hooks(post_hooks, inside_transaction=True) }}
    {% do adapter.commit() %}
    {{ run_hooks(post_hooks, inside_transaction=False) }}
    {{ return({'relations': [this]}) }}
{% endmaterialization %}
