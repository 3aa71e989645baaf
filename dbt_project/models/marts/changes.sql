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

-- The name of a file that was removed too.
files as (
    select
        document_id,
        min(file_name) as file_name
    from {{ source('raw', 'documents') }}
    group by document_id
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
),

kept as (
    select *
    from {{ source('vintage', 'previous_changes') }}
    union all by name
    select
        current_version.version,
        compared.change,
        compared.figure_id,
        compared.document_id,
        compared.indicator_id,
        files.file_name,
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
    left join files on compared.document_id = files.document_id
)

select
    version,
    change,
    figure_id,
    document_id,
    indicator_id,
    file_name,
    changed_columns,
    previous_values,
    current_values,
    quote
from kept
