{{ config(
    materialized='incremental',
    pre_hook="{{ forget_outdated_documents(this, ref('int_document_states')) }}"
) }}
-- What a document reports as achieved for its region: every value of an indicator, measure and full year,
-- with the words of its definition, ranked by how often it is stated, then by which comes first. Copies of a
-- document say nothing of their own. Made document by document, as int_figures is.
with mentions as (
    select
        figures.* exclude (unit), -- noqa: RF02
        {{ comparable_unit('figures.unit', 'figures.measure') }} as unit,
        {{ comparable_measure('measure') }} as reported_measure,
        {{ comparable_value('value', 'measure', 'direction') }} as first_value,
        {{ comparable_value('value_high', 'measure', 'direction') }} as second_value
    from {{ ref('int_figures') }} as figures
    where
        figures.document_id in (
            select documents.document_id from {{ ref('int_documents') }} as documents
            where documents.copy_of is null
        )
        {% if is_incremental() %}
            and figures.document_id not in (select made.document_id from {{ this }} as made)
        {% endif %}
        and failed_checks is null
        and status = 'actual'
        and is_of_document_region
        and indicator_id is not null
        -- A state at the year's end, or the whole year; never eleven months.
        and month(period_end) = 12
        and day(period_end) = 31
        and (period_start is null or period_start = make_date(year(period_end), 1, 1))
        and measure in ('growth_rate', 'share', 'level', 'index', 'change_amount', 'change_points')
        -- Neither a mean nor a total nor a limit of several years, nor growth on another base.
        and year_scope is null
        and is_year_on_year is distinct from false
),

stated as (
    select
        document_id,
        document_state,
        document_series_key as series_key,
        plan_year,
        indicator_id,
        reported_measure as measure,
        unit,
        cast(year(period_end) as integer) as year,
        (first_value + coalesce(second_value, first_value)) / 2 as reported_value,
        count(*) as mentions,
        min(char_start) as first_start,
        -- Of two budgets that stand side by side, each has its own value.
        bool_or(is_called_local) as is_called_local,
        bool_or(not is_called_local) as is_called_plain,
        -- What one mention of a value says of its definition holds for all.
        max(price_basis) as price_basis,
        max(threshold_text) as threshold_text,
        max(scope_text) as scope_text,
        arg_min(figure_id, char_start) as figure_id
    from mentions
    group by all
)

select
    *,
    cast(
        count(*) over (partition by document_id, indicator_id, measure, unit, year) as integer
    ) as stated_values,
    cast(
        row_number() over (
            partition by document_id, indicator_id, measure, unit, year
            order by mentions desc, first_start asc
        ) as integer
    ) as value_rank
from stated
