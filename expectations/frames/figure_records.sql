-- A row a figure: whether the record keeps what the contract promises of it.
-- The ids that are there twice are counted apart, those that may be found by their hashes: few are compared as words.
with alike as (
    select hash(figure_id) as hashed from figures_to_check group by hashed having count(*) > 1
),

repeated as (
    select figure_id, count(*) as rows_of_id
    from figures_to_check
    where hash(figure_id) in (select hashed from alike)
    group by figure_id
    having count(*) > 1
),

whole as (
    select
        figures.*,
        figures.document_id not in (select document_id from file_names) as is_orphan,
        -- those of a text that is in no doubt hold
        texts.document_id is null
        or substring(texts.text, figures.char_start + 1, figures.char_end - figures.char_start) = figures.value_text as has_span,
        coalesce(repeated.rows_of_id, 1) as rows_of_id
    from figures_to_check as figures
    left join texts_in_doubt as texts on figures.document_id = texts.document_id
    left join repeated on figures.figure_id is not distinct from repeated.figure_id
)

select
    document_id,
    figure_id,
    char_start,
    char_end,
    value_text,
    indicator_id,
    region_code,
    bound,
    measure,
    status,
    direction,
    not is_orphan as has_document,
    -- of a figure without a document there is nothing to compare
    case when not is_orphan then coalesce(has_span, false) end as span_holds,
    coalesce(contains(quote, value_text), false) as quote_holds,
    rows_of_id,
    number is not null and value is not null as has_number,
    bound is not null and measure is not null and status is not null and is_headline is not null as is_complete,
    -- the document's own region is judged with the document
    case when region_code is not null
            and (document_id, region_code) not in (select (document_id, region_code) from extracted.document_profiles)
        then region_code = '000000' or region_code in (select division_code from divisions) end as region_is_known,
    case when indicator_id is not null
        then indicator_id in (select indicator_id from indicator_dimensions) end as indicator_is_known,
    case when number_high is not null then number_high > number end as range_ascends,
    case when number > 0 and number_high > number and value > 0 then value_high <= 30 * value end as range_is_narrow,
    (bound = 'range') = (number_high is not null) as range_is_complete,
    case when period_start is not null and period_end is not null then period_start <= period_end end as period_ascends,
    case when is_headline then status = 'target' end as headline_is_target,
    not regexp_matches(value_text, '^[0０][0-9０-９]') as has_no_leading_zero,
    case when entity_text is not null then indicator_id is null end as entity_has_no_indicator
from whole
