-- A floor and a ceiling that a report sets for one indicator and year leave room between them.
with bounds as (
    select
        figures.*, profiles.plan_year,
        case when figures.direction = 'down' then -figures.value::double else figures.value::double end as signed_value
    from figures_compared as figures
    inner join extracted.document_profiles as profiles using (document_id)
    where figures.is_headline and figures.indicator_id is not null and figures.bound in ('at_least', 'at_most')
        and figures.region_code = profiles.region_code and not coalesce(figures.is_stretch, false)
)

select
    lowest.document_id,
    lowest.figure_id,
    [lowest.figure_id, highest.figure_id] as figure_ids,
    lowest.char_start,
    lowest.char_end,
    lowest.quote,
    lowest.signed_value <= highest.signed_value as holds,
    format(
        '{} at least {} and at most {}: 「{}」', lowest.indicator_text, lowest.value_text, highest.value_text,
        left(highest.quote, 120)
    ) as words
from bounds as lowest
inner join bounds as highest using (document_id, indicator_id, measure, unit)
where lowest.bound = 'at_least' and highest.bound = 'at_most' and lowest.period_end = highest.period_end
    and lowest.signed_value >= 0 and highest.signed_value >= 0
