-- The GDP growth targets of one year side by side, highest first.
select
    region_name,
    plan_year,
    value as target,
    bound,
    bound_text,
    commitment,
    quote
from marts.target_panel_long
where indicator_id = 'gdp' and plan_year = 2024
order by target desc nulls last, region_name asc
