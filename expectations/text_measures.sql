-- A row a text of `texts_taken_apart`, which has not been measured yet: what is counted in what is left of it without the
-- Han characters of the common block and the signs between them, some sixteenth of it.
select
    apart.document_id,
    there.state,
    characters,
    characters - signs - length(regexp_replace(rest, '\p{Han}+', '', 'g')) as han,
    characters - length(rest) + length(regexp_replace(rest, '\s+', '', 'g')) as not_blank,
    -- replacement characters, private use, and controls other than tab, line ends and form feed
    length(rest) - length(regexp_replace(rest, '[\x{FFFD}\p{Co}\x00-\x08\x0E-\x1F\x7F-\x9F]+', '', 'g')) as broken,
    -- compatibility forms of Han and scripts that stray bytes turn into; extension A has names (㵲阳河)
    length(rest) - length(regexp_replace(rest, '[\x{F900}-\x{FAFF}\p{Hangul}\p{Arabic}\p{Thai}\p{Hebrew}]+', '', 'g')) as stray,
    length(rest) - length(regexp_replace(rest, '[0-9０-９]+', '', 'g')) as digits,
    opening,
    text_hash
from texts_taken_apart as apart
inner join texts_there as there on apart.document_id is not distinct from there.document_id
