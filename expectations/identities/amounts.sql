-- Levels of a year, of the region that a document is about, whatever bound is told of them (超过, 约): what they are
-- held against are factors of half and twice. A total over several years and an amount by a month of the year are none.
select
    figures.document_id,
    figures.figure_id,
    figures.char_start,
    figures.char_end,
    figures.quote,
    figures.value_text,
    figures.indicator_id,
    figures.indicator_text,
    figures.scope_text,
    figures.status,
    figures.unit,
    figures.value::double as value,
    year(figures.period_end) as year,
    profiles.region_code,
    profiles.plan_year,
    row_number() over (
        partition by figures.document_id, figures.indicator_id, figures.unit, figures.status, year(figures.period_end)
        order by figures.char_start
    ) as place
from figures_compared as figures
inner join extracted.document_profiles as profiles using (document_id)
where
    figures.measure = 'level'
    and figures.status in ('actual', 'target')
    and figures.indicator_id is not null
    and figures.region_code = profiles.region_code
    and figures.entity_text is null
    and figures.unit is not null
    and figures.value > 0
    and figures.value_high is null
    and figures.year_scope is null
    and month(figures.period_end) = 12
    and (figures.period_start is null or figures.period_start = make_date(year(figures.period_end), 1, 1))
