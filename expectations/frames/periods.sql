-- A row a figure with a period, beside the years of its document.
select
    figures.document_id,
    figures.figure_id,
    figures.char_start,
    figures.char_end,
    figures.status,
    figures.period_text,
    figures.period_start,
    figures.period_end,
    profiles.plan_year,
    case when figures.status = 'target' and figures.is_headline then year(figures.period_end) >= profiles.plan_year end as headline_ends_in_time,
    case when figures.status = 'target' and not figures.is_headline
        then year(figures.period_end) >= profiles.review_year end as target_ends_in_time,
    -- A report speaks in January to March. What is done by then may reach a little into the plan year, and a
    -- state (我国60岁以上人口已达2.5亿) is of the year in which it is spoken of; growth of that year is not known yet.
    -- Until the 1980s reports were given in any month (1954 in September) and tell of the growth of their own year.
    case
        when figures.status <> 'actual' or profiles.plan_year is null then null
        when figures.measure in ('growth_rate', 'change_amount', 'change_points') and profiles.plan_year >= 1985
            and figures.period_start >= make_date(profiles.plan_year, 1, 1)
            then figures.period_end <= make_date(profiles.plan_year, 6, 30)
        else year(figures.period_end) <= profiles.plan_year
    end as achievement_is_past,
    -- 一、2022年工作回顾: 2032年，粮食总产达到60.4亿斤. What a review says of a year to come it calls a goal, or counts up to it (到2032年).
    case
        when figures.status = 'target' and figures.commitment is null and not figures.is_headline
            and (figures.measure = 'level' or figures.unit = '%') and is_a_bare_year(figures.period_text) and names_a_review(figures.section)
            then year(figures.period_end) <= profiles.plan_year
    end as review_is_past,
    year(figures.period_end) as last_year
from figures_as_meant as figures
inner join extracted.document_profiles as profiles using (document_id)
where figures.period_end is not null and figures.document_id in (select document_id from documents_to_check)
