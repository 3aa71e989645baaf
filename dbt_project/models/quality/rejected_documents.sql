with failures as (
    select
        document_id,
        min(file_name) as file_name,
        string_agg(distinct check_name, ';' order by check_name) as failed_checks,
        string_agg(distinct message, ' | ' order by message) as reasons,
        sum(failed_count) as failed_rows,
        -- The first passage of the text; a check on the document as a whole shows its opening.
        arg_min(
            {'char_start': char_start, 'char_end': char_end, 'quote': quote}, coalesce(char_start, 2147483647)
        ) as passage
    from {{ ref('stg_document_failures') }}
    group by document_id
)

select
    failures.document_id,
    failures.file_name,
    failures.failed_checks,
    failures.reasons,
    cast(failures.failed_rows as integer) as failed_rows,
    cast(failures.passage.char_start as integer) as char_start,
    cast(failures.passage.char_end as integer) as char_end,
    failures.passage.quote as quote,
    profiles.region_code,
    profiles.plan_year,
    profiles.extractor_version
from failures
left join {{ ref('stg_document_profiles') }} as profiles on failures.document_id = profiles.document_id
