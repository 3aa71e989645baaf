-- A row a figure: whether the record keeps what the contract promises of it.
-- The text itself must not reach a window function, which would keep a copy of it for each figure.
with whole as (
    select
        figures.*,
        documents.document_id is null as is_orphan,
        substring(documents.text, figures.char_start + 1, figures.char_end - figures.char_start) = figures.value_text as has_span
    from extracted.figures
    left join texts as documents
        using (document_id)
)

select
    document_id,
    figure_id,
    char_start,
    char_end,
    value_text,
    indicator_text,
    indicator_id,
    region_code,
    entity_text,
    quote,
    bound,
    measure,
    status,
    direction,
    number::double as number,
    number_high::double as number_high,
    period_start,
    period_end,
    not is_orphan as has_document,
    -- of a figure without a document there is nothing to compare
    case when not is_orphan then coalesce(has_span, false) end as span_holds,
    coalesce(contains(quote, value_text), false) as quote_holds,
    count(*) over (partition by figure_id) as rows_of_id,
    number is not null and value is not null as has_number,
    bound is not null and measure is not null and status is not null and is_headline is not null as is_complete,
    -- the document's own region is judged with the document
    case when region_code is not null
            and (document_id, region_code) not in (select (document_id, region_code) from extracted.document_profiles)
        then region_code = '000000' or region_code in (select division_code from divisions) end as region_is_known,
    case when indicator_id is not null
        then indicator_id in (select indicator_id from indicator_dimensions) end as indicator_is_known,
    case when number_high is not null then number_high > number end as range_ascends,
    (bound = 'range') = (number_high is not null) as range_is_complete,
    case when period_start is not null and period_end is not null then period_start <= period_end end as period_ascends,
    case when is_headline then status = 'target' end as headline_is_target,
    case when entity_text is not null then indicator_id is null end as entity_has_no_indicator,
    case when unit_text is not null and number <> 0 then (value / number)::double end as factor,
    -- of a small factor (公里／百平方公里) a value of eight decimals keeps few digits
    case when unit_text is not null and number <> 0 then
        abs(value::double - number::double * mode((value / number)::double) over (partition by unit_text, unit))
        < 0.0001 + 0.000001 * abs(value::double)
    end as factor_is_constant
from whole
