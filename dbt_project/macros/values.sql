{#- A figure's numbers as they are compared: a price index of 103 is a rise of 3 %, a fall has a minus sign.
    `column` is `value` or `value_high`. -#}
{% macro comparable_value(column) -%}
    case
        when measure = 'index' then {{ column }} - 100
        when direction = 'down' and measure in ('growth_rate', 'change_amount', 'change_points') then -{{ column }}
        else {{ column }}
    end
{%- endmacro %}

{#- The measure that goes with a comparable value. -#}
{% macro comparable_measure() -%}
    case when measure = 'index' then 'growth_rate' else measure end
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
