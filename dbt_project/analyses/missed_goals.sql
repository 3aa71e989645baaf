-- Who missed the goal of a year, as a later report tells it, with both sentences.
select
    region_name,
    plan_year,
    indicator_id,
    target_value,
    target_bound,
    actual_value,
    shortfall,
    target_quote,
    actual_quote
from marts.target_attainment
where is_preferred and not is_reached
order by plan_year asc, indicator_id asc, shortfall desc, region_name asc
