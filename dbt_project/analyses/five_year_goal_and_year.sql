-- A year's target beside what the five-year plan in force sets for each year.
select
    region_name,
    plan_year,
    indicator_id,
    value as target,
    five_year_value,
    value - five_year_value as above_plan
from marts.target_panel_long
where five_year_value is not null
order by plan_year, region_name, indicator_id
