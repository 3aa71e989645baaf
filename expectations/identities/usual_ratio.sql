-- Two core amounts of a region and year, the one as so much of the other: revenue of GDP, loans of deposits, rural of
-- urban income; and two headline targets of growth, so many points apart. usual_ratios.csv and usual_gaps.csv hold what
-- reports have shown, and half as much again. The number that fails most of what it is in is the one that is told, once,
-- with all of them.
with bases as (
    select *
    from amounts
    where place = 1
    qualify row_number() over (
        partition by region_code, indicator_id, unit, year, status
        order by plan_year <> year + 1, plan_year, document_id
    ) = 1
),

rates as materialized (
    select
        figures.document_id,
        figures.figure_id,
        figures.char_start,
        figures.char_end,
        figures.quote,
        figures.value_text,
        figures.indicator_id,
        figures.indicator_text,
        case when figures.direction = 'down' then -figures.value::double else figures.value::double end as rate
    from figures_as_meant as figures
    inner join extracted.document_profiles as profiles using (document_id)
    where figures.is_headline and figures.measure = 'growth_rate' and figures.unit = '%' and figures.value_high is null
        and figures.year_scope is null and figures.entity_text is null and not coalesce(figures.is_stretch, false)
        and figures.region_code = profiles.region_code and year(figures.period_end) = profiles.plan_year
        and figures.indicator_id is not null
    qualify row_number() over (partition by figures.document_id, figures.indicator_id order by figures.char_start) = 1
),

-- narrow first: their sentences are long
gaps as materialized (
    select own.figure_id, base.figure_id as base_figure_id, own.rate - base.rate as distance, usual.lowest, usual.highest
    from (select document_id, figure_id, indicator_id, rate from rates) as own
    inner join usual_gaps as usual using (indicator_id)
    inner join (select document_id, figure_id, indicator_id, rate from rates) as base
        on own.document_id = base.document_id and usual.base_id = base.indicator_id
),

pairs as (
    select
        own.figure_id,
        base.figure_id as base_figure_id,
        own.indicator_text || ' ' || own.value_text as words,
        base.indicator_text || ' ' || base.value_text as base_words,
        own.quote,
        base.quote as base_quote,
        own.value / base.value as distance,
        'times' as in_what,
        usual.lowest,
        usual.highest
    from amounts as own
    inner join indicator_dimensions as own_unit on own.indicator_id = own_unit.indicator_id and own.unit = own_unit.canonical_unit
    inner join usual_ratios as usual on own.indicator_id = usual.indicator_id
    inner join bases as base
        on usual.base_id = base.indicator_id and own.region_code = base.region_code and own.year = base.year
            and own.status = base.status
    inner join indicator_dimensions as base_unit on base.indicator_id = base_unit.indicator_id and base.unit = base_unit.canonical_unit
    where own.place = 1
    union all
    select
        own.figure_id,
        base.figure_id,
        own.indicator_text || ' ' || own.value_text,
        base.indicator_text || ' ' || base.value_text,
        own.quote,
        base.quote,
        gaps.distance,
        'points from',
        gaps.lowest,
        gaps.highest
    from gaps
    inner join rates as own on gaps.figure_id = own.figure_id
    inner join rates as base on gaps.base_figure_id = base.figure_id
),

each as (
    select
        figure_id, base_figure_id as other_id, distance between lowest and highest as fits,
        case when not fits then format(
            '{:.3g} {} {}, usual are {} to {}: 「{}」', distance, in_what, base_words, lowest, highest, left(base_quote, 60)
        ) end as words
    from pairs
    union all
    select
        base_figure_id, figure_id, distance between lowest and highest,
        case when not distance between lowest and highest then format(
            '{} is {:.3g} {} it, usual are {} to {}: 「{}」', words, distance, in_what, lowest, highest, left(quote, 60)
        ) end
    from pairs
),

tallies as (
    select
        figure_id,
        count(*) as asked,
        count(*) filter (where not fits) as failed,
        failed / asked as share,
        list(other_id order by other_id) filter (where not fits) as others,
        string_agg(words, '; ' order by words) filter (where not fits) as words
    from each
    group by figure_id
),

suspects as (
    -- of two that fail together, the one with more failures beside; of two alike, the part and not the base
    select each.figure_id, max(others.share * 1000 + others.failed) as gravest_other, bool_or(pairs.figure_id is not null) as is_part
    from each
    inner join tallies as others on each.other_id = others.figure_id
    left join pairs on each.figure_id = pairs.figure_id and each.other_id = pairs.base_figure_id
    where not each.fits
    group by each.figure_id
),

judged as (
    select document_id, figure_id, char_start, char_end, quote, indicator_text, value_text from amounts
    union all
    select document_id, figure_id, char_start, char_end, quote, indicator_text, value_text from rates
)

select
    judged.document_id,
    judged.figure_id,
    list_prepend(judged.figure_id, coalesce(tallies.others, [])) as figure_ids,
    judged.char_start,
    judged.char_end,
    judged.quote,
    case
        when tallies.failed = 0 then true
        when tallies.share * 1000 + tallies.failed > suspects.gravest_other then false
        when tallies.share * 1000 + tallies.failed = suspects.gravest_other and suspects.is_part then false
    end as holds,
    format('{} {}: {}', judged.indicator_text, judged.value_text, tallies.words) as words
from judged
inner join tallies using (figure_id)
left join suspects using (figure_id)
