-- What a region's report wants of an indicator in the year that it plans: its headline target, else the first; null
-- where it gives a range. Half a unit of its last digit beside it.
select
    profiles.region_code,
    profiles.plan_year as year,
    profiles.document_id,
    figures.figure_id,
    figures.indicator_id,
    figures.measure,
    figures.unit,
    figures.bound,
    figures.value_text,
    figures.quote,
    case when figures.direction = 'down' then -figures.value::double else figures.value::double end as value,
    0.5
    * power(10, -length(regexp_extract(figures.value_text, '[.．](\d+)', 1)))
    * case when figures.number = 0 then 1 else abs(figures.value::double / figures.number::double) end as half
from figures_compared as figures
inner join extracted.document_profiles as profiles using (document_id)
where
    figures.status = 'target'
    and figures.indicator_id is not null
    and figures.measure in ('level', 'growth_rate', 'share')
    and figures.region_code = profiles.region_code
    and figures.entity_text is null
    and figures.value_high is null
    and figures.year_scope is null
    and not coalesce(figures.is_stretch, false)
    and year(figures.period_end) = profiles.plan_year
qualify row_number() over (
    partition by profiles.region_code, profiles.plan_year, figures.indicator_id, figures.measure, figures.unit
    order by figures.is_headline desc, profiles.kind <> 'work_report', figures.char_start, profiles.document_id
) = 1
