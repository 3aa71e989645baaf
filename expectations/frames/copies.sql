-- A row an indicator of a region and plan year that two documents state (a report and its digest or news lead):
-- whether one of them says something that the other contradicts. Leaving a value out is no contradiction.
with targets as (
    select figures.*, profiles.plan_year
    from figures_as_meant as figures
    inner join extracted.document_profiles as profiles using (document_id)
    where figures.is_headline and figures.status = 'target' and figures.indicator_id is not null
        and figures.entity_text is null and figures.region_code is not null and profiles.plan_year is not null
        and figures.measure in ('level', 'growth_rate', 'share', 'index')
),

-- Most have one document alone, whose targets need not be gathered.
told_by_several as (
    select region_code, plan_year from targets group by region_code, plan_year having min(document_id) < max(document_id)
),

stated as (
    select
        document_id,
        plan_year,
        region_code,
        indicator_id,
        measure,
        unit,
        period_start,
        period_end,
        list(distinct concat_ws('-', number::double, number_high::double)) as stated_values,
        string_agg(distinct value_text, '、' order by value_text) as values_stated,
        arg_min(quote, char_start) as quote,
        min(char_start) as char_start,
        arg_min(char_end, char_start) as char_end
    from targets
    semi join told_by_several using (region_code, plan_year)
    group by document_id, plan_year, region_code, indicator_id, measure, unit, period_start, period_end
)

select
    one.document_id,
    one.char_start,
    one.char_end,
    one.quote,
    one.region_code,
    one.plan_year,
    one.indicator_id,
    one.indicator_id as cause,
    one.values_stated,
    other.values_stated as other_values,
    other.document_id as other_document_id,
    list_has_all(one.stated_values, other.stated_values) or list_has_all(other.stated_values, one.stated_values) as copies_agree
from stated as one
inner join stated as other
    on one.region_code = other.region_code and one.plan_year = other.plan_year
    and one.indicator_id = other.indicator_id and one.measure = other.measure
    and one.unit is not distinct from other.unit
    and one.period_start is not distinct from other.period_start and one.period_end is not distinct from other.period_end
    and one.document_id < other.document_id
