-- A version of a division as the source compiles it, with the nation above: in force from `start_year` to
-- before `end_year`.
with versions as (
    select
        division_code as region_code,
        province as province_name,
        nullif(prefecture, '{{ var("without_prefecture") }}') as prefecture_name,
        name as region_name,
        status as source_status,
        start_year,
        end_year,
        successors,
        case
            when level = '{{ var("level_of_provinces") }}' then 'province'
            when level = '{{ var("level_of_prefectures") }}' then 'prefecture'
            when level = '{{ var("level_of_counties") }}' then 'county'
        end as level
    from {{ ref('divisions') }}
)

select -- noqa: AM07
    region_code || '@' || start_year as region_key,
    region_code,
    region_name,
    level,
    province_name,
    prefecture_name,
    source_status,
    start_year,
    end_year,
    successors,
    -- No prefecture stands between the county and its province.
    case
        when level = 'province' then '000000'
        when level = 'prefecture' or prefecture_name is null then left(region_code, 2) || '0000'
        else left(region_code, 4) || '00'
    end as parent_code
from versions
union all by name
select
    '000000@' || min(start_year) as region_key,
    '000000' as region_code,
    '{{ var("nation") }}' as region_name,
    'national' as level,
    min(start_year) as start_year,
    '{{ var("status_in_force") }}' as source_status
from versions
