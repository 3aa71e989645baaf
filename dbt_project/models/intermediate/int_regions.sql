-- A version of a division with its parent, its names and its line of successions.
with nicknames as (
    select
        division_code as region_code,
        string_agg(distinct nickname, ';' order by nickname) as aliases
    from {{ ref('division_nicknames') }}
    group by division_code
)

select
    versions.region_key,
    versions.region_code,
    versions.region_name as name,
    coalesce(short_names.short_name, versions.region_name) as short_name,
    nicknames.aliases,
    versions.level,
    versions.parent_code,
    parents.region_key as parent_key,
    parents.region_name as parent_name,
    case when versions.level != 'national' then left(versions.region_code, 2) || '0000' end as province_code,
    versions.province_name,
    case
        when versions.level = 'prefecture' then versions.region_code
        when versions.level = 'county' and versions.prefecture_name is not null
            then left(versions.region_code, 4) || '00'
    end as prefecture_code,
    case
        when versions.level = 'prefecture' then versions.region_name
        when versions.level = 'county' and versions.prefecture_name is not null then versions.prefecture_name
    end as prefecture_name,
    make_date(versions.start_year, 1, 1) as valid_from,
    make_date(versions.end_year - 1, 12, 31) as valid_to,
    versions.end_year is null as is_current,
    series.series_key,
    -- 410702[2003] is a part that was split off while the division went on; a bare code took over at its end.
    nullif(
        trim(regexp_replace(versions.successors, '[0-9]{6}\[[0-9]{4}\];?', '', 'g'), ';'), ''
    ) as successor_codes,
    nullif(
        array_to_string(regexp_extract_all(versions.successors, '[0-9]{6}\[[0-9]{4}\]'), ';'), ''
    ) as ceded_codes
from {{ ref('stg_divisions') }} as versions
inner join {{ ref('int_region_series') }} as series on versions.region_key = series.region_key
left join {{ ref('division_short_names') }} as short_names on versions.region_name = short_names.name
left join nicknames on versions.region_code = nicknames.region_code
-- The parent as it was when the version began.
asof left join {{ ref('stg_divisions') }} as parents
    on versions.parent_code = parents.region_code and versions.start_year >= parents.start_year
