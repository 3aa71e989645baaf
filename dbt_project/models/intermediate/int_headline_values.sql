-- A value that a document states for an indicator as its headline target of the plan year: repeated mentions
-- (a news lead and the list itself) are one value, cited by the mention that says most about its bound.
with stretch_words as (
    select string_agg(word, '|') as pattern
    from {{ ref('constraint_words_crosswalk') }}
    where pair_role = 'stretch'
),

mentions as (
    select
        figures.*,
        {{ comparable_measure() }} as target_measure,
        {{ comparable_value('value') }} as first_value,
        {{ comparable_value('value_high') }} as second_value,
        -- Only its own clause says whether a number is the stretch goal of a pair.
        {{ clause_before('documents.text', 'figures.char_start', '，,、；;。：:') }} as clause,
        {{ clause_before('documents.text', 'figures.char_start', '，,；;。') }} as long_clause
    from {{ ref('int_figures') }} as figures
    inner join {{ ref('int_documents') }} as documents on figures.document_id = documents.document_id
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
    bool_and(regexp_matches(clause, (select words.pattern from stretch_words as words))) as is_stretch,
    bool_and({{ yearly_mean('long_clause') }}) as is_yearly_mean,
    arg_min(figure_id, (bound = 'exact', char_start)) as figure_id
from mentions
-- A ceiling over several years (五年平均控制在7‰以内) is no year's.
where not ({{ is_limit('long_clause') }} and {{ names_several_years('long_clause') }})
group by all
