-- A row a growth target of the product, with its number.
select document_id, char_start, char_end, quote, region_name, plan_year, value
from marts.target_panel_long
where indicator_id = 'gdp' and measure = 'growth_rate'
