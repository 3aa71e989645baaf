{#- The words of the clause before a figure, at most forty: where its own 力争, 年均 or 比2005年 stands. -#}
{% macro clause_before(text, char_start, ends) -%}
    regexp_extract(
        substring({{ text }}, greatest({{ char_start }} - 39, 1), least(40, {{ char_start }})),
        '[^{{ ends }}]*$'
    )
{%- endmacro %}
