-- What came together over several years (五年累计新增城镇就业58.8万人), year for year, beside that of a year next to them in the same
-- report: what usual_changes.csv holds of a total's mean to it.
select
    total.document_id,
    total.figure_id,
    [total.figure_id, yearly.figure_id] as figure_ids,
    total.char_start,
    total.char_end,
    total.quote,
    total.value::double / date_diff('month', total.period_start, total.period_end + 1) * 12 / yearly.value
    between usual.lowest_total and usual.highest_total as holds,
    format(
        '{} {} from {} to {} is some {:.3g} times a year what {} is: 「{}」',
        total.indicator_text, total.value_text, year(total.period_start), year(total.period_end),
        total.value::double / date_diff('month', total.period_start, total.period_end + 1) * 12 / yearly.value,
        yearly.value_text, left(yearly.quote, 120)
    ) as words
from figures_as_meant as total
inner join usual_changes as usual using (indicator_id)
inner join amounts as yearly
    on total.document_id = yearly.document_id and total.indicator_id = yearly.indicator_id and total.unit = yearly.unit
        and total.region_code = yearly.region_code and yearly.year between year(total.period_end) - 1 and year(total.period_end) + 1
where
    usual.lowest_total is not null
    and total.measure = 'level'
    and total.status = 'actual'
    and total.value > 0
    and total.value_high is null
    and total.entity_text is null
    and total.year_scope is distinct from 'yearly_mean'
    and year(total.period_end) - year(total.period_start) between 1 and 6
qualify row_number() over (partition by total.figure_id order by abs(yearly.year - year(total.period_end)), yearly.place) = 1
