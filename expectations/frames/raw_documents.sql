-- A row a landed file that is still there, with what its text looks like.
with measured as (
    select
        document_id,
        file_name,
        encoding,
        byte_size,
        landed_at,
        manifest_region_code,
        manifest_plan_year,
        text,
        length(text) as characters,
        length(regexp_replace(text, '\p{Han}+', '', 'g')) as characters_not_han,
        length(regexp_replace(text, '\s+', '', 'g')) as characters_not_blank,
        -- replacement characters, private use, and controls other than tab, line ends and form feed
        length(text) - length(regexp_replace(text, '[\x{FFFD}\p{Co}\x00-\x08\x0E-\x1F\x7F-\x9F]+', '', 'g')) as broken_characters,
        -- compatibility forms of Han and scripts that stray bytes turn into; extension A has names (㵲阳河)
        length(text) - length(regexp_replace(text, '[\x{F900}-\x{FAFF}\p{Hangul}\p{Arabic}\p{Thai}\p{Hebrew}]+', '', 'g')) as stray_characters,
        hash(regexp_replace(text, '\s+', '', 'g')) as text_hash
    from raw.documents
    where removed_at is null
)

select
    document_id,
    file_name,
    regexp_full_match(document_id, '[0-9a-f]{64}') as document_id_is_a_hash,
    encoding,
    byte_size,
    characters,
    characters_not_blank,
    manifest_region_code,
    manifest_plan_year,
    left(trim(text), 60) as quote,
    0 as char_start,
    least(60, characters) as char_end,
    100.0 * (characters - characters_not_han) / greatest(characters_not_blank, 1) as han_percent,
    broken_characters + stray_characters as odd_characters,
    1.0 * byte_size / greatest(characters, 1) as bytes_per_character,
    count(*) over (partition by file_name) as files_of_name,
    count(*) over (partition by text_hash) - count(*) over (partition by text_hash, document_id) as other_copies,
    date_diff('day', landed_at::timestamp, now()::timestamp) as days_since_landed,
    min(date_diff('day', landed_at::timestamp, now()::timestamp)) over () as days_since_last_landed,
    regexp_matches(manifest_region_code, '^\d{6}$') as region_code_is_well_formed
from measured
