-- A row a region, indicator and year of a series of at least four reports: whether it alone lacks the target. Where one
-- would look for it is the report's first headline target.
with told as (
    select
        document_id, region_key, region_name, indicator_id, plan_year,
        status in ('stated', 'stated_in_words') as is_stated,
        count(*) over series as reports,
        count(*) filter (where status in ('stated', 'stated_in_words')) over series as stated,
        min(plan_year) over series as first_year,
        max(plan_year) over series as last_year
    from marts.coverage
    where document_id is not null
    window series as (partition by region_key, indicator_id)
),

judged as (
    select
        document_id, region_name, indicator_id, plan_year, reports,
        is_stated or stated < reports - 1 or plan_year in (first_year, last_year) as is_no_single_gap
    from told
    where reports >= 4
),

first_targets as (
    select document_id, min(char_start) as char_start, arg_min(char_end, char_start) as char_end, arg_min(quote, char_start) as quote
    from marts.fact_targets
    where is_headline and document_id in (select document_id from judged where not is_no_single_gap)
    group by document_id
)

select judged.*, first_targets.char_start, first_targets.char_end, first_targets.quote
from judged
left join first_targets using (document_id)
