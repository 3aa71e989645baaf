-- The targets of a place by any of its names: here 鹰城, a by-name of 平顶山市.
select
    panel.region_name,
    panel.plan_year,
    panel.indicator_id,
    panel.value,
    panel.unit
from marts.target_panel_long as panel
inner join marts.dim_region as regions on panel.region_key = regions.region_key
where
    panel.form = 'number'
    and list_contains([regions.name, regions.short_name] || string_split(regions.aliases, ';'), '鹰城')
order by panel.plan_year, panel.indicator_id
