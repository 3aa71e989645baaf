-- A version of a division with its parent, its names and its line of successions.
with peoples as (
    select string_agg(people, '|' order by length(people) desc, people) as pattern
    from {{ ref('peoples') }}
),

nicknames as (
    select
        division_code as region_code,
        string_agg(distinct nickname, ';' order by nickname) as aliases
    from {{ ref('division_nicknames') }}
    group by division_code
),

stems as (
    select
        versions.*,
        case
            when versions.level = 'national' or versions.region_name like '%新区' then versions.region_name
            when regexp_matches(versions.region_name, '自治[区州县旗]$')
                then
                    regexp_extract(
                        versions.region_name, '^(.{2,}?)(?:' || peoples.pattern || ')*自治[区州县旗]$', 1
                    )
            else regexp_replace(versions.region_name, '(特别行政区|地区|林区|特区|省|市|县|区|州|盟|旗)$', '')
        end as stem
    from {{ ref('stg_divisions') }} as versions
    cross join peoples
)

select
    stems.region_key,
    stems.region_code,
    stems.region_name as name,
    case when length(stems.stem) > 1 then stems.stem else stems.region_name end as short_name,
    nicknames.aliases,
    stems.level,
    stems.parent_code,
    parents.region_key as parent_key,
    parents.region_name as parent_name,
    case when stems.level != 'national' then left(stems.region_code, 2) || '0000' end as province_code,
    stems.province_name,
    case
        when stems.level = 'prefecture' then stems.region_code
        when stems.level = 'county' and stems.prefecture_name != '直辖' then left(stems.region_code, 4) || '00'
    end as prefecture_code,
    case
        when stems.level = 'prefecture' then stems.region_name
        when stems.level = 'county' and stems.prefecture_name != '直辖' then stems.prefecture_name
    end as prefecture_name,
    make_date(stems.start_year, 1, 1) as valid_from,
    make_date(stems.end_year - 1, 12, 31) as valid_to,
    stems.end_year is null as is_current,
    series.series_key,
    -- 410702[2003] is a part that was split off while the division went on; a bare code took over at its end.
    nullif(
        trim(regexp_replace(stems.successors, '[0-9]{6}\[[0-9]{4}\];?', '', 'g'), ';'), ''
    ) as successor_codes,
    nullif(
        array_to_string(regexp_extract_all(stems.successors, '[0-9]{6}\[[0-9]{4}\]'), ';'), ''
    ) as ceded_codes
from stems
inner join {{ ref('int_region_series') }} as series on stems.region_key = series.region_key
left join nicknames on stems.region_code = nicknames.region_code
-- The parent as it was when the version began.
asof left join {{ ref('stg_divisions') }} as parents
    on stems.parent_code = parents.region_code and stems.start_year >= parents.start_year
