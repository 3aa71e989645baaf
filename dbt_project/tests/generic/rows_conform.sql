{#- All that is asked of the rows of a table, as one query: dbt takes longer over a test than DuckDB over what it asks.
    The arguments have the names of the tests of dbt and dbt_utils that ask for the same one at a time:
    unique_combination_of_columns: the table's keys, each a set of columns, of which none may be null
    not_null: columns
    accepted_values: for a column its values; null passes
    relationships: for a column {to, field} of the model that it refers to, by its name; null passes
    expression_is_true: for a rule's name its condition; unknown passes
    Columns and values are written as sets, {a, b}, and models by their names: dbt renders each word of a list, and each ref, by
    itself, which takes it as long as the test.
    With `made_by`, 'document' or 'province', a run asks the rows alone of documents or provinces that have changed since all
    conformed, and whether a key of theirs is another row's too: see macros/rows_to_ask.sql.
    Shows a row for each rule that is broken, with the number of rows (of a key: of keys) that break it. -#}
{% test rows_conform(
    model,
    unique_combination_of_columns=[],
    not_null={},
    accepted_values={},
    relationships={},
    expression_is_true={},
    made_by=none
) %}
    {{ config(fail_calc='coalesce(sum(failed_rows), 0)') }}
    {%- set asked = rows_to_ask(made_by) if made_by else '' -%}
    {#- Rows that have it alike are asked together. -#}
    {%- set made_by_column = 'region_code' if made_by == 'province' else made_by ~ '_id' -%}
    {%- set conditions = [] -%}
    {%- for column in not_null -%}
        {%- do conditions.append((column ~ ' is not null', column ~ ' is not null')) -%}
    {%- endfor -%}
    {%- for column, values in accepted_values.items() -%}
        {%- do conditions.append((column ~ ' is known', column ~ " in ('" ~ values | join("', '") ~ "')")) -%}
    {%- endfor -%}
    {%- for name, condition in expression_is_true.items() -%}
        {%- do conditions.append((name | replace('_', ' '), condition)) -%}
    {%- endfor -%}
    {%- set queries = [] -%}
    {%- if conditions -%}
        {%- set rules -%}
            select unnest([
                {%- for rule, condition in conditions %}
                struct_pack(rule := '{{ rule }}', failed_rows := count(*) filter (where not ({{ condition }})))
                {{- ',' if not loop.last }}
                {%- endfor %}
            ], recursive := true)
            from {{ model }}
            {%- if asked %}
            where {{ asked }}
            {%- endif %}
        {%- endset -%}
        {%- do queries.append(rules) -%}
    {%- endif -%}
    {%- for key in unique_combination_of_columns -%}
        {%- set keys -%}
            select
                '{{ key | join(', ') }} is unique' as rule,
                count(*) as failed_rows
            from (
                select {{ key | join(', ') }}
                from {{ model }}
                {%- if asked %}
                where
                    {{ asked }}
                    {%- if made_by_column not in key %}
                    or ({{ key | join(', ') }}) in (select {{ key | join(', ') }} from {{ model }} where {{ asked }})
                    {%- endif %}
                {%- endif %}
                group by all
                having count(*) > 1 {% for column in key %}or {{ column }} is null {% endfor %}
            )
        {%- endset -%}
        {%- do queries.append(keys) -%}
    {%- endfor -%}
    {%- for column, parent in relationships.items() -%}
        {%- set orphans -%}
            select
                '{{ column }} is in {{ parent.to }}' as rule,
                count(*) as failed_rows
            from {{ model }} as children
            anti join {{ ref(parent.to) }} as parents on children.{{ column }} = parents.{{ parent.field }}
            where
                children.{{ column }} is not null
                {%- if asked %}
                and {{ asked }}
                {%- endif %}
        {%- endset -%}
        {%- do queries.append(orphans) -%}
    {%- endfor %}
    select
        rule,
        failed_rows
    from (
        {{ queries | join('\nunion all\n') }}
    )
    where failed_rows > 0
{% endtest %}
