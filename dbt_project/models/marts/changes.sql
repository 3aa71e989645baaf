with current_version as (
    select arg_max(version, published_at) as version
    from {{ ref('publications') }}
),

-- Of most documents nothing has changed: figures are compared one by one where the hashes of those of both
-- publications do not cancel each other out.
touched as (
    select document_id
    from (
        select
            present.document_id,
            hash(present.figure_id, {{ figure_content('present') }}) as content_hash -- noqa: LT02, LT05
        from {{ ref('fact_figures') }} as present
        union all
        select
            previous.document_id,
            hash(previous.figure_id, {{ figure_content('previous') }}) as content_hash -- noqa: LT02, LT05
        from {{ ref('stg_previous_figures') }} as previous
    )
    group by document_id
    having bit_xor(content_hash) != 0
),

present as (
    select *
    from {{ ref('fact_figures') }}
    where document_id in (select touched.document_id from touched)
),

previous as (
    select *
    from {{ ref('stg_previous_figures') }}
    where document_id in (select touched.document_id from touched)
),

compared as (
    select
        coalesce(present.figure_id, previous.figure_id) as figure_id,
        coalesce(present.document_id, previous.document_id) as document_id,
        coalesce(present.indicator_id, previous.indicator_id) as indicator_id,
        coalesce(present.quote, previous.quote) as quote,
        case
            when previous.figure_id is not null then to_json({{ figure_content('previous') }}) -- noqa: LT02, LT05
        end as previous_values,
        case
            when present.figure_id is not null then to_json({{ figure_content('present') }}) -- noqa: LT02, LT05
        end as current_values,
        case
            when previous.figure_id is null then 'added'
            when present.figure_id is null then 'removed'
            else 'changed'
        end as change
    from present
    full join previous on present.figure_id = previous.figure_id
    where
        {{ figure_content('present') }} is distinct from {{ figure_content('previous') }} -- noqa: LT02, LT05
        -- The first publication has nothing before it that it could differ from.
        and (select count(*) > 1 from {{ ref('publications') }})
),

keys as (
    select
        figure_id,
        previous_values,
        current_values,
        unnest(json_keys(current_values)) as column_name
    from compared
    where change = 'changed'
),

differing as (
    select
        figure_id,
        string_agg(column_name, ';' order by column_name) as changed_columns
    from keys
    where
        json_extract(previous_values, '$.' || column_name)
        is distinct from json_extract(current_values, '$.' || column_name)
    group by figure_id
),

kept as (
    select *
    from {{ ref('stg_previous_changes') }}
    union all by name
    select
        current_version.version,
        compared.change,
        compared.figure_id,
        compared.document_id,
        compared.indicator_id,
        files.file_name,
        differing.changed_columns,
        cast(compared.previous_values as varchar) as previous_values,
        cast(compared.current_values as varchar) as current_values,
        compared.quote
    from compared
    cross join current_version
    left join differing on compared.figure_id = differing.figure_id
    left join {{ ref('stg_files') }} as files on compared.document_id = files.document_id
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
