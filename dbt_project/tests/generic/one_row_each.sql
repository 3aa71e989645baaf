{#- One row a grain, and no part of its key null. Shows the keys that fail with their number of rows. -#}
{% test one_row_each(model, columns) %}
    select
        {{ columns | join(', ') }},
        count(*) as rows_of_key
    from {{ model }}
    group by all
    having count(*) > 1 {% for column in columns %}or {{ column }} is null {% endfor %}
{% endtest %}
