-- What landing itself had to say about a file.
select
    check_name,
    document_id,
    file_name,
    char_start,
    char_end,
    quote,
    message,
    message as cause
from raw.landing_findings
