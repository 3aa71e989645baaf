{#- How many zeros the scale words of a unit stand for: 4 for 万, 11 for 千亿. -#}
{% macro scale_exponent(scale) -%}
    cast(
        {%- for word, zeros in [('十', 1), ('百', 2), ('千', 3), ('万', 4), ('亿', 8)] %}
        {{ '+ ' if not loop.first }}{{ zeros }} * (length({{ scale }}) - length(replace({{ scale }}, '{{ word }}', '')))
        {%- endfor %}
        as integer
    )
{%- endmacro %}
