{#- A figure's number as it is compared: a price index of 103 is a rise of 3 %, a fall has a minus sign. -#}
{% macro comparable_value(number, measure, direction) -%}
    case
        when {{ measure }} = 'index' then {{ number }} - 100
        when
            {{ direction }} = 'down' and {{ measure }} in ('growth_rate', 'change_amount', 'change_points')
            then -{{ number }}
        else {{ number }}
    end
{%- endmacro %}

{#- The measure that goes with a comparable value. -#}
{% macro comparable_measure(measure) -%}
    case when {{ measure }} = 'index' then 'growth_rate' else {{ measure }} end
{%- endmacro %}

{#- The order in which a panel takes the measures of an indicator: the one that economists use first. -#}
{% macro measure_order(measure, panel_measure) -%}
    case
        when {{ measure }} = {{ panel_measure }} then 0
        else
            list_position(
                ['growth_rate', 'share', 'level', 'change_amount', 'change_points'], {{ measure }}
            )
    end
{%- endmacro %}

{#- Whether a number is in the one unit that the panel has for its measure: rates in per cent, changes of a share in
    points, amounts and shares in the indicator's canonical unit. -#}
{% macro is_panel_unit(measure, unit, canonical_unit) -%}
    (case {{ measure }}
        when 'growth_rate' then {{ unit }} = '%'
        when 'change_points' then {{ unit }} = '{{ var("unit_of_points") }}'
        else {{ unit }} is not distinct from {{ canonical_unit }}
    end)
{%- endmacro %}
