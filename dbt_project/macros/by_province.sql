{#- For models that are made province by province. A region's rows rest on the documents of its province, of the
    regions that its line of successions has in others, of what stands above and of its benchmarks:
    `int_province_states` has all of these in one number. In which state a model's rows were made is noted beside them,
    in `intermediate.made_provinces`, within the transaction that makes them. -#}

{#- Where the states are noted. -#}
{% macro create_made_provinces() -%}
    create table if not exists intermediate.made_provinces (
        model varchar, province varchar, province_state ubigint
    )
{%- endmacro %}

{#- The province of a region's code; the nation and the provinces, peers of each other, are one of their own: 00. -#}
{% macro province_of(region_code) -%}
    (case when {{ region_code }} like '%0000' then '00' else left({{ region_code }}, 2) end)
{%- endmacro %}

{#- Whether a region's rows are to be made: in a model that is there already, those of another state. -#}
{% macro is_to_be_made(region_code) -%}
    {%- set states = ref('int_province_states') -%}
    {%- if is_incremental() -%}
        {{ province_of(region_code) }} in (
            select states.province
            from {{ states }} as states
            anti join intermediate.made_provinces as made
                on
                    made.model = '{{ this.identifier }}'
                    and states.province = made.province
                    and states.province_state = made.province_state
        )
    {%- else -%}
        true
    {%- endif -%}
{%- endmacro %}

{#- Deletes the rows of provinces that are gone, or not in the state in which their rows were made. -#}
{% macro forget_outdated_provinces(model, states) -%}
    {%- if is_incremental() -%}
        delete from {{ model }} as rows
        where
            {{ province_of('rows.region_code') }} not in (
                select made.province
                from intermediate.made_provinces as made
                inner join {{ states }} as states
                    on made.province = states.province and made.province_state = states.province_state
                where made.model = '{{ model.identifier }}'
            )
    {%- endif -%}
{%- endmacro %}

{#- Notes the states in which the rows of a model are now. -#}
{% macro note_provinces(model, states) -%}
    delete from intermediate.made_provinces where model = '{{ model.identifier }}';
    insert into intermediate.made_provinces
    select
        '{{ model.identifier }}' as model,
        province,
        province_state
    from {{ states }};
{%- endmacro %}
