-- The last version of each version's line of successions: what ties 清苑县 130622 to 清苑区 130608.
with recursive lines as (
    select
        versions.region_key,
        versions.region_key as last_key
    from {{ ref('stg_divisions') }} as versions
    union all
    select
        lines.region_key,
        successions.successor_key as last_key
    from lines
    inner join {{ ref('int_region_successions') }} as successions on lines.last_key = successions.region_key
)

select
    lines.region_key,
    lines.last_key as series_key
from lines
left join {{ ref('int_region_successions') }} as successions on lines.last_key = successions.region_key
where successions.region_key is null
