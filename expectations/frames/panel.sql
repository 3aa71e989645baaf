-- A row a row of the panel, with how many share its grain.
select
    region_code,
    plan_year,
    count(*) over (partition by region_code, plan_year) as rows_of_grain
from marts.target_panel
