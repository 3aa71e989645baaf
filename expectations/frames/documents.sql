-- A row a document: what was found out about it, and what was read from it.
with landed as (
    select document_id, min(file_name) as file_name, max(landed_at)::timestamp as landed_at
    from raw.documents where removed_at is null group by document_id
),

counted as (
    select
        document_id,
        count(*) as figures,
        count(*) filter (where is_headline) as headline_figures,
        count(*) filter (where status = 'target') as target_figures,
        count(*) filter (where indicator_id = 'gdp' and status = 'target') as gdp_figures,
        count(*) filter (where status = 'target' and year(period_end) > plan_year) as later_targets
    from extracted.figures
    left join (select document_id, plan_year from extracted.document_profiles) as planned using (document_id)
    group by document_id
),

worded as (
    select document_id, count(*) as phrases, count(*) filter (where indicator_id = 'gdp') as gdp_phrases
    from extracted.qualitative_targets group by document_id
),

ledger as (
    select document_id, count(*) as numerals, count(*) filter (where reason = 'unexplained') as unexplained,
        count(*) filter (where reason = 'other') as other
    from extracted.numerals group by document_id
),

told as (
    select document_id, list(distinct check_name) as findings from extracted.findings group by document_id
),

joined as (
    select
        landed.document_id, landed.file_name, measures.characters, measures.opening, landed.landed_at,
        profiles.* exclude (document_id),
        profiles.document_id is not null as is_profiled,
        -- a reading that failed says so itself, and knows nothing else
        profiles.document_id is not null and not list_contains(coalesce(findings, []), 'reading_failed') as is_read,
        coalesce(figures, 0) as figures,
        coalesce(headline_figures, 0) + coalesce(phrases, 0) as headline_targets,
        coalesce(target_figures, 0) as target_figures,
        coalesce(later_targets, 0) as later_targets,
        coalesce(gdp_figures, 0) + coalesce(gdp_phrases, 0) as gdp_targets,
        coalesce(numerals, 0) as numerals,
        coalesce(unexplained, 0) as unexplained,
        coalesce(other, 0) as other,
        coalesce(findings, []) as findings,
        -- lists of expected targets became usual in the 1990s
        not list_contains(coalesce(findings, []), 'missing_target_list') and measures.characters > 2000 and plan_year >= 1993
            as should_list_targets
    from landed
    left join checked.text_measures as measures using (document_id)
    left join extracted.document_profiles as profiles using (document_id)
    left join counted using (document_id)
    left join worded using (document_id)
    left join ledger using (document_id)
    left join told using (document_id)
)

select
    document_id,
    file_name,
    0 as char_start,
    least(60, characters) as char_end,
    opening as quote,
    title,
    kind,
    region_code,
    region_name,
    region_level,
    plan_year,
    review_year,
    characters,
    figures,
    numerals,
    unexplained,
    other,
    later_targets,
    is_profiled,
    extracted_at::timestamp >= landed_at - interval 1 day as is_read_since_landing,
    case when is_read and not list_contains(findings, 'region_unclear') then region_code is not null end as region_is_known,
    case when is_read and not list_contains(findings, 'plan_year_unclear')
        -- what gives results and plans nothing has the year of its results
        then plan_year is not null or (kind in ('communique', 'plan_report', 'budget_report') and review_year is not null)
    end as plan_year_is_known,
    case when is_read then kind is not null end as kind_is_known,
    case when plan_year is not null and review_year is not null then plan_year - review_year end as years_between,
    case when region_code is not null and region_code <> '000000' then region_code in (select division_code from divisions) end as region_is_in_the_code_list,
    case when region_code is not null and plan_year is not null and region_code in (select division_code from divisions)
        then exists (
            select 1 from divisions
            -- the list begins in 1981; a year of tolerance, since names live on in the spring after their change
            where divisions.division_code = region_code and divisions.start_year <= greatest(plan_year, 1981) + 1
                and coalesce(divisions.end_year, 9999) >= plan_year - 1
        )
    end as region_is_of_its_time,
    -- the first report of a new government or of a five-year plan may set goals for years to come, and no others
    case when kind = 'work_report' and should_list_targets and later_targets = 0 then headline_targets > 0 end as has_headline_targets,
    case when kind = 'work_report' and should_list_targets and later_targets > 0 then headline_targets > 0 end as has_targets_of_its_year,
    case when kind = 'report_digest' and should_list_targets then headline_targets > 0 end as digest_has_headline_targets,
    case when kind in ('work_report', 'report_digest') and plan_year >= 1990 and headline_targets > 0 then gdp_targets > 0 end as has_gdp_target,
    -- one or two say nothing about the reading, however few numerals there are
    case when unexplained >= 3 then 100.0 * unexplained / numerals when numerals > 0 then 0 end as unexplained_percent,
    case when numerals >= 50 then 100.0 * other / numerals end as other_percent,
    -- older reports argue rather than count, and write their numbers in Chinese
    case when characters > 2000 and kind = 'work_report' and plan_year >= 2003 then 1000.0 * figures / characters end as figures_per_thousand,
    case when kind = 'work_report' and region_code is not null and plan_year is not null
        then count(*) over (partition by kind, region_code, plan_year) end as reports_of_region_and_year
from joined
