-- Two documents on one region and plan year (a digest and the report, a page and a Word file) say the same of a year.
select
    one.document_id,
    one.figure_id,
    [one.figure_id, other.figure_id] as figure_ids,
    one.char_start,
    one.char_end,
    one.quote,
    one.value = other.value as holds,
    format(
        '{} is {} here and {} in another document on the year: 「{}」',
        one.indicator_text, one.value_text, other.value_text, left(other.quote, 120)
    ) as words
from stated_once as one
inner join stated_once as other
    using (region_code, indicator_id, year, measure, status)
where
    one.document_id <> other.document_id
    and one.plan_year = other.plan_year
    and one.kind in ('work_report', 'report_digest', 'conference_digest')
    and other.kind in ('work_report', 'report_digest', 'conference_digest')
    and one.unit is not distinct from other.unit
    and one.direction is not distinct from other.direction
    and one.is_headline = other.is_headline
    and not coalesce(one.is_stretch, false)
    and not coalesce(other.is_stretch, false)
