-- What the communiqué of a year says, beside the report on it: growth to a point, levels to ten per cent (first figures
-- are estimates).
select
    report.document_id,
    report.figure_id,
    [report.figure_id, communique.figure_id] as figure_ids,
    report.char_start,
    report.char_end,
    report.quote,
    case
        when report.value = communique.value or abs(report.signed_value - communique.signed_value) <= report.half + communique.half
            then true
        when report.measure = 'growth_rate' and abs(report.signed_value - communique.signed_value) > 3 then false
        when report.measure = 'level' and abs(report.value / communique.value - 1) > 0.1 then false
    end as holds,
    format(
        '{} of {} is {} here and {} in the communiqué: 「{}」',
        report.indicator_text, report.year, report.value_text, communique.value_text, left(communique.quote, 120)
    ) as words
from stated_once as report
inner join stated_once as communique using (region_code, indicator_id, year, measure, unit)
where
    report.measure in ('level', 'growth_rate')
    and report.status = 'actual'
    and communique.status = 'actual'
    and report.kind <> 'communique'
    and communique.kind = 'communique'
    and communique.value > 0
    and report.is_year_on_year is distinct from false
    and communique.is_year_on_year is distinct from false
