{#- Whether a report names its value as the target is named: both with the qualifier (地方), or both without it.
    `reports` is int_reported_values under whatever name. -#}
{% macro is_called_alike(is_local, reports) -%}
    coalesce(
        case when {{ is_local }} then {{ reports }}.is_called_local else {{ reports }}.is_called_plain end, false
    )
{%- endmacro %}
