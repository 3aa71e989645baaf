-- Where every prefecture of a province has reported on a year, their sum lies near what the province says.
with children as (
    select
        stated.indicator_id,
        stated.year,
        stated.unit,
        left(stated.region_code, 2) || '0000' as parent_code,
        sum(stated.value) as total,
        count(distinct stated.region_code) as regions,
        list(stated.figure_id) as figure_ids
    from (
        select * from stated_once
        where measure = 'level' and status = 'actual' and plan_year = year + 1 and region_code like '____00'
            and region_code not like '__0000'
        qualify row_number() over (partition by region_code, indicator_id, year, unit order by document_id) = 1
    ) as stated
    group by all
),

prefectures as (
    select left(division_code, 2) || '0000' as parent_code, year, count(*) as regions
    from divisions
    inner join (select distinct year from children) as years
        on years.year between divisions.start_year and divisions.end_year
    where division_code like '____00' and division_code not like '__0000'
    group by all
)

select
    parent.document_id,
    parent.figure_id,
    list_prepend(parent.figure_id, children.figure_ids) as figure_ids,
    parent.char_start,
    parent.char_end,
    parent.quote,
    case
        when abs(children.total / parent.value - 1) <= 0.05 then true
        when abs(children.total / parent.value - 1) > 0.25 then false
    end as holds,
    format(
        '{} {}: the {} prefectures together come to {:.4g} {}', parent.indicator_text, parent.value_text,
        children.regions, children.total, parent.unit
    ) as words
from children
inner join prefectures using (parent_code, year, regions)
inner join stated_once as parent
    on children.parent_code = parent.region_code and children.indicator_id = parent.indicator_id
        and children.year = parent.year and children.unit = parent.unit
where parent.measure = 'level' and parent.status = 'actual' and parent.value > 0
    and parent.indicator_id in ('gdp', 'fiscal_revenue', 'retail_sales', 'trade_total', 'exports', 'new_urban_jobs', 'grain_output')
