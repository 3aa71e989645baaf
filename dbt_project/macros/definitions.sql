{#- Whether two figures can be of one definition: neither says of prices or scope what the other denies, and what one of
    them leaves unsaid there is no contradiction; but a total without a threshold is not that above one. Both have the
    columns that the reader gives every figure. -#}
{% macro is_like_defined(one, other) -%}
    (
        coalesce({{ one }}.price_basis = {{ other }}.price_basis, true)
        and {{ one }}.threshold_text is not distinct from {{ other }}.threshold_text
        and (
            coalesce({{ one }}.is_called_local and {{ other }}.is_called_local, false)
            or coalesce(
                list_has_all(
                    string_split({{ one }}.scope_text, '；'), string_split({{ other }}.scope_text, '；')
                )
                or list_has_all(
                    string_split({{ other }}.scope_text, '；'), string_split({{ one }}.scope_text, '；')
                ),
                true
            )
        )
    )
{%- endmacro %}

{#- How many of the words of two figures' definitions are the same, from 0 to 3. -#}
{% macro definition_likeness(one, other) -%}
    (
        {%- for column in ['price_basis', 'threshold_text', 'scope_text'] %}
        {{ '+ ' if not loop.first }}cast({{ one }}.{{ column }} is not distinct from {{ other }}.{{ column }} as integer)
        {%- endfor %}
    )
{%- endmacro %}

{#- The unit of a comparable value: a rate of growth is in per cent, also where it was told as an index of 103. -#}
{% macro comparable_unit(unit, measure) -%}
    case when {{ measure }} in ('growth_rate', 'index') then coalesce({{ unit }}, '%') else {{ unit }} end
{%- endmacro %}
