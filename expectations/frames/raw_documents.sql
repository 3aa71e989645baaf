-- A row a landed file that is still there, with what was measured of its text.
select
    documents.document_id,
    documents.file_name,
    regexp_full_match(documents.document_id, '[0-9a-f]{64}') as document_id_is_a_hash,
    documents.encoding,
    documents.byte_size,
    measures.characters,
    measures.not_blank as characters_not_blank,
    documents.manifest_region_code,
    documents.manifest_plan_year,
    measures.opening as quote,
    0 as char_start,
    least(60, measures.characters) as char_end,
    -- a communiqué is half tables: its digits say nothing of the language
    100.0 * measures.han / greatest(measures.not_blank - measures.digits, 1) as han_percent,
    measures.broken + measures.stray as odd_characters,
    1.0 * documents.byte_size / greatest(measures.characters, 1) as bytes_per_character,
    count(*) over (partition by documents.file_name) as files_of_name,
    count(*) over (partition by measures.text_hash)
    - count(*) over (partition by measures.text_hash, documents.document_id) as other_copies,
    date_diff('day', documents.landed_at::timestamp, now()::timestamp) as days_since_landed,
    min(date_diff('day', documents.landed_at::timestamp, now()::timestamp)) over () as days_since_last_landed,
    regexp_matches(documents.manifest_region_code, '^\d{6}$') as region_code_is_well_formed
from raw.documents as documents
inner join checked.text_measures as measures on documents.document_id is not distinct from measures.document_id
where documents.removed_at is null
