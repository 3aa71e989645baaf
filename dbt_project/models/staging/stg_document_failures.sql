-- The documents that are set aside: a row a check that one failed, with its first passage.
select
    failures.document_id,
    failures.file_name,
    failures.check_name,
    failures.message,
    failures.failed_count,
    failures.char_start,
    failures.char_end,
    failures.quote
from {{ source('checked', 'document_failures') }} as failures
