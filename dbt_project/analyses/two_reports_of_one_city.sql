-- What changed between two reports of 平顶山市: its headline targets for 2024 beside those for 2026.
with earlier as (
    select *
    from marts.target_panel_long
    where region_code = '410400' and plan_year = 2024
),

later as (
    select *
    from marts.target_panel_long
    where region_code = '410400' and plan_year = 2026
)

select
    coalesce(later.indicator_id, earlier.indicator_id) as indicator_id,
    earlier.value as target_2024,
    later.value as target_2026,
    later.value - earlier.value as change,
    earlier.target_text as words_2024,
    later.target_text as words_2026
from earlier
full join later on earlier.indicator_id = later.indicator_id
order by indicator_id
