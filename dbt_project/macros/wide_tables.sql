{#- What dbt does for each column of a table, without a macro a column: the panel has a thousand, and they took dbt two
    seconds. A project's macro of an adapter's name takes the place of dbt's own. -#}

{#- Holds a model against its contract. dbt compares each column with each, which it does here only where they differ,
    and then says how. -#}
{% macro duckdb__get_assert_columns_equivalent(sql) %}
    {%- set described = [] -%}
    {%- for query in (sql, get_empty_schema_sql(model['columns'])) -%}
        {%- set columns = [] -%}
        {%- for column in get_column_schema_from_query(query, config.get('sql_header', none)) -%}
            {%- do columns.append(column.column | lower ~ ' ' ~ column.dtype) -%}
        {%- endfor -%}
        {%- do described.append(columns | sort) -%}
    {%- endfor -%}
    {%- if not model['columns'] or described[0] != described[1] -%}
        {%- do assert_columns_equivalent(sql) -%}
    {%- endif -%}
{% endmacro %}

{#- A query without rows that has the columns of a contract. -#}
{% macro duckdb__get_empty_schema_sql(columns) %}
    {%- set typed = columns.values() | selectattr('data_type') | list -%}
    {%- if typed | length < columns | length -%}
        {{ default__get_empty_schema_sql(columns) }}
    {%- else -%}
        select
        {%- for column in typed %}
            cast(null as {{ column['data_type'] }}) as {{ column['name'] }}{{ ',' if not loop.last }}
        {%- endfor %}
    {%- endif -%}
{% endmacro %}

{#- Gives the columns of a table that has just been made of its contract their descriptions. -#}
{% macro duckdb__alter_column_comment(relation, column_dict) %}
    {%- for column in column_dict.values() if column['description'] %}
        comment on column {{ relation }}.{{ column['name'] }} is '{{ column['description'] | replace("'", "''") }}';
    {%- endfor %}
{% endmacro %}
