-- What the reader itself had to say about a document.
select
    findings.check_name,
    findings.document_id,
    findings.char_start,
    findings.char_end,
    findings.quote,
    findings.message
from extracted.findings
where findings.document_id in (select document_id from raw.documents where removed_at is null)
