select
    plan_year,
    indicator_id,
    level,
    cast(count(*) as integer) as regions,
    cast(count(*) filter (where status = 'stated') as integer) as stated,
    cast(count(*) filter (where status = 'stated_in_words') as integer) as stated_in_words,
    cast(count(*) filter (where status = 'none_stated') as integer) as none_stated,
    cast(count(*) filter (where status = 'no_list_found') as integer) as no_list_found,
    cast(count(*) filter (where status = 'stated_beyond_list') as integer) as stated_beyond_list,
    cast(count(*) filter (where status = 'set_none') as integer) as set_none,
    cast(count(*) filter (where status = 'only_later_years') as integer) as only_later_years,
    cast(count(*) filter (where status = 'cut_off') as integer) as cut_off,
    cast(count(*) filter (where status = 'set_aside') as integer) as set_aside,
    cast(count(*) filter (where status = 'no_report') as integer) as no_report
from {{ ref('coverage') }}
group by plan_year, indicator_id, level
