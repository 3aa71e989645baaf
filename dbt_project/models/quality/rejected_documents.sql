with failures as (
    select
        document_id,
        min(file_name) as file_name,
        string_agg(distinct check_name, ';' order by check_name) as failed_checks,
        string_agg(distinct message, ' | ' order by message) as reasons,
        sum(failed_count) as failed_rows,
        -- The first passage of the text; a check on the document as a whole shows its opening.
        cast(min(char_start) as integer) as char_start,
        cast(first(char_end order by char_start nulls last) as integer) as char_end,
        first(quote order by char_start nulls last) as quote
    from {{ ref('stg_document_failures') }}
    group by document_id
)

select
    failures.document_id,
    failures.file_name,
    failures.failed_checks,
    failures.reasons,
    cast(failures.failed_rows as integer) as failed_rows,
    failures.char_start,
    failures.char_end,
    failures.quote,
    profiles.region_code,
    profiles.plan_year,
    profiles.extractor_version
from failures
left join {{ ref('stg_document_profiles') }} as profiles on failures.document_id = profiles.document_id
