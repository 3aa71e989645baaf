-- Headline targets that are relative or have no numeral, and what they are measured against.
select
    region_name,
    plan_year,
    indicator_id,
    target_text,
    benchmark_text
from marts.target_panel_long
where form = 'words'
order by plan_year, region_name, indicator_id
