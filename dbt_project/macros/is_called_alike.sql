{#- Whether a report names its value as the target is named: both with the qualifier (地方), or both without it. -#}
{% macro is_called_alike(is_local, is_called_local, is_called_plain) -%}
    coalesce(case when {{ is_local }} then {{ is_called_local }} else {{ is_called_plain }} end, false)
{%- endmacro %}
