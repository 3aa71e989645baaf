-- How far a target lies above what was achieved the year before, as the same report says.
select
    region_name,
    plan_year,
    indicator_id,
    last_achievement,
    target_value,
    pressure,
    unit
from marts.target_ratchet
where pressure is not null
order by plan_year, region_name, indicator_id
