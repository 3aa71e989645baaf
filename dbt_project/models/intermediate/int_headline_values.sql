-- A value that a document states for an indicator as its headline target of the plan year: repeated mentions
-- (a news lead and the list itself) are one value, cited by the mention that says most about its bound.
with mentions as (
    select
        figures.*,
        {{ comparable_measure() }} as target_measure,
        {{ comparable_value('value') }} as first_value,
        {{ comparable_value('value_high') }} as second_value,
        regexp_matches(
            coalesce(figures.commitment, ''),
            (
                select string_agg(words.word, '|')
                from {{ ref('constraint_words_crosswalk') }} as words
                where words.pair_role = 'stretch'
            )
        ) as is_stretch_word
    from {{ ref('int_figures') }} as figures
    where
        figures.failed_checks is null
        and figures.status = 'target'
        and figures.is_headline
        and figures.is_of_document_region
        and figures.indicator_id is not null
        and figures.plan_year is not null
        and coalesce(year(figures.period_end), figures.plan_year) = figures.plan_year
        and figures.measure in ('growth_rate', 'share', 'level', 'index', 'change_amount', 'change_points')
)

select
    document_id,
    indicator_id,
    target_measure as measure,
    first_value,
    second_value,
    unit,
    count(*) as mentions,
    min(char_start) as first_start,
    bool_and(is_stretch_word) as is_stretch,
    arg_min(figure_id, (bound = 'exact', char_start)) as figure_id
from mentions
group by all
