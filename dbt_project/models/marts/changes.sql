{%- set columns = compared_columns() -%}
with current_version as (
    select arg_max(version, published_at) as version
    from {{ ref('publications') }}
),

previous as (
    select
        figure_id,
        document_id,
        quote,
        indicator_id,
        to_json(struct_pack({% for column in columns %}{{ column }} := {{ column }}{{ ', ' if not loop.last }}{% endfor %})) as stated
    from {{ source('vintage', 'previous_figures') }}
),

present as (
    select
        figure_id,
        document_id,
        quote,
        indicator_id,
        to_json(struct_pack({% for column in columns %}{{ column }} := {{ column }}{{ ', ' if not loop.last }}{% endfor %})) as stated
    from {{ ref('fact_figures') }}
),

compared as (
    select
        coalesce(present.figure_id, previous.figure_id) as figure_id,
        coalesce(present.document_id, previous.document_id) as document_id,
        coalesce(present.indicator_id, previous.indicator_id) as indicator_id,
        coalesce(present.quote, previous.quote) as quote,
        previous.stated as previous_values,
        present.stated as current_values,
        case
            when previous.figure_id is null then 'added'
            when present.figure_id is null then 'removed'
            else 'changed'
        end as change
    from present
    full join previous on present.figure_id = previous.figure_id
    where
        present.stated is distinct from previous.stated
        -- The first publication has nothing before it that it could differ from.
        and exists (from {{ source('vintage', 'publications') }})
)

select
    version,
    change,
    figure_id,
    document_id,
    indicator_id,
    changed_columns,
    previous_values,
    current_values,
    quote
from {{ source('vintage', 'previous_changes') }}
union all
select
    current_version.version,
    compared.change,
    compared.figure_id,
    compared.document_id,
    compared.indicator_id,
    case
        when compared.change = 'changed'
            then
                concat_ws(
                    ';'
                    {%- for column in columns %},
                    case
                        when
                            json_extract(compared.previous_values, '$.{{ column }}')
                            is distinct from json_extract(compared.current_values, '$.{{ column }}')
                            then '{{ column }}'
                    end
                    {%- endfor %}
                )
    end as changed_columns,
    cast(compared.previous_values as varchar) as previous_values,
    cast(compared.current_values as varchar) as current_values,
    compared.quote
from compared
cross join current_version
