-- A calendar year and the five-year plan that it lies in.
with years as (
    select cast(unnest(generate_series(1953, 2035)) as integer) as year
)

select
    years.year,
    plans.name as five_year_plan,
    plans.first_year as plan_first_year,
    plans.last_year as plan_last_year,
    cast(years.year - plans.first_year + 1 as integer) as year_of_plan
from years
left join {{ ref('five_year_plans') }} as plans on years.year between plans.first_year and plans.last_year
