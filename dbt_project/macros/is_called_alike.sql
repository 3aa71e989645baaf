{#- Whether a report names its value with the qualifier (地方) of the target's name, or both without it. -#}
{% macro is_called_alike(target_text, reports) -%}
    coalesce(
        case
            when contains({{ target_text }}, '地方') then {{ reports }}.is_called_local
            else {{ reports }}.is_called_plain
        end,
        false
    )
{%- endmacro %}
