{#- Rows for which a condition does not hold; unknown is no failure. -#}
{% test holds(model, condition) %}
    select *
    from {{ model }}
    where not ({{ condition }})
{% endtest %}
