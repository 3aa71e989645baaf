-- Jobs and unemployment together: how many new jobs a city promises, and the rate it will not exceed.
select
    region_name,
    plan_year,
    cast(new_urban_jobs as integer) as new_urban_jobs,
    new_urban_jobs_bound,
    surveyed_unemployment_rate,
    surveyed_unemployment_rate_bound
from marts.target_panel
where new_urban_jobs is not null
order by plan_year asc, new_urban_jobs desc
