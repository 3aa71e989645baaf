-- A row a document, indicator, measure and period of its headline targets: how many different values it gives.
-- A floor and a stretch goal in one sentence (确保14%、力争15%) are meant to differ.
with targets as (
    select
        document_id,
        figure_id,
        char_start,
        char_end,
        quote,
        region_code,
        indicator_id,
        measure,
        unit,
        period_start,
        period_end,
        coalesce(direction, '') as direction,
        concat_ws('-', number::double, number_high::double) as stated,
        commitment,
        value_text
    from figures_as_meant as figures
    where is_headline and status = 'target' and indicator_id is not null and entity_text is null
        and measure in ('level', 'growth_rate', 'share', 'index')
        and document_id in (select document_id from documents_to_check)
)

select
    document_id,
    min(char_start) as char_start,
    max(char_end) as char_end,
    arg_min(quote, char_start) as quote,
    indicator_id,
    indicator_id as cause,
    measure,
    string_agg(distinct value_text, '、' order by value_text) as values_stated,
    case when count(distinct quote) = 1
            and (count(distinct commitment) > 1 or sets_a_stretch(any_value(quote))) then 1
        else count(distinct stated) end as different_values
from targets
group by document_id, region_code, indicator_id, measure, unit, period_start, period_end, direction
