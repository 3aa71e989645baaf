{# The page, from 1, on which a place of a text stands; null for a text without pages. #}
{% macro page_of(char_start, page_starts) -%}
    cast(nullif(len(list_filter({{ page_starts }}, lambda page_start: page_start <= {{ char_start }})), 0) as integer)
{%- endmacro %}
