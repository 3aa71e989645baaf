-- Who sets more than the mean of the divisions beside it, and who less, for the growth of GDP and revenue.
select
    region_name,
    plan_year,
    indicator_id,
    target_value,
    peer_mean,
    above_peers,
    peer_rank,
    peer_count
from marts.target_ratchet
where indicator_id in ('gdp', 'fiscal_revenue') and peer_count > 0
order by indicator_id asc, above_peers desc, region_name asc
