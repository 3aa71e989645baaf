-- A row a text of `texts_there` that has not been measured yet. Nearly all of a report is Han characters of the common
-- block: without them a quarter of it is left, in which all else is counted.
with without_common as (
    select
        documents.document_id,
        there.state,
        documents.text,
        regexp_replace(documents.text, '[\x{4E00}-\x{9FFF}]+', '', 'g') as rest
    from texts_there as there
    inner join raw.documents as documents on there.place = documents.rowid
    where not exists (
        select 1 from checked.text_measures as measures
        where measures.document_id is not distinct from there.document_id
    )
)

select
    document_id,
    state,
    length(text) as characters,
    length(text) - length(regexp_replace(rest, '\p{Han}+', '', 'g')) as han,
    length(text) - length(rest) + length(regexp_replace(rest, '\s+', '', 'g')) as not_blank,
    -- replacement characters, private use, and controls other than tab, line ends and form feed
    length(rest) - length(regexp_replace(rest, '[\x{FFFD}\p{Co}\x00-\x08\x0E-\x1F\x7F-\x9F]+', '', 'g')) as broken,
    -- compatibility forms of Han and scripts that stray bytes turn into; extension A has names (㵲阳河)
    length(rest) - length(regexp_replace(rest, '[\x{F900}-\x{FAFF}\p{Hangul}\p{Arabic}\p{Thai}\p{Hebrew}]+', '', 'g')) as stray,
    length(rest) - length(regexp_replace(rest, '[0-9０-９]+', '', 'g')) as digits,
    left(trim(text), 60) as opening,
    hash(regexp_replace(text, '\s+', '', 'g')) as text_hash
from without_common
