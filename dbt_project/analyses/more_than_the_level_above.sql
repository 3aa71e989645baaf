-- Who sets more than the level above (层层加码), for every indicator, by how much.
select
    region_name,
    plan_year,
    indicator_id,
    target_value,
    parent_name,
    parent_value,
    amplification
from marts.target_ratchet
where amplification > 0
order by amplification desc, region_name asc, indicator_id asc
