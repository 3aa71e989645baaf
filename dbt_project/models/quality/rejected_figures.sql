with messages as (
    select
        figure_id,
        string_agg(distinct message, ' | ' order by message) as messages
    from {{ ref('stg_figure_failures') }}
    group by figure_id
)

select
    figures.figure_id,
    figures.document_id,
    figures.failed_checks,
    messages.messages,
    figures.char_start,
    figures.char_end,
    figures.value_text,
    figures.number,
    figures.number_high,
    figures.unit_text,
    figures.value,
    figures.value_high,
    figures.unit,
    figures.bound,
    figures.bound_text,
    figures.measure,
    figures.direction,
    figures.indicator_text,
    figures.indicator_id,
    figures.status,
    figures.is_headline,
    figures.period_start,
    figures.period_end,
    figures.period_text,
    figures.region_code,
    figures.region_key,
    figures.region_text,
    figures.entity_text,
    figures.plan_year,
    figures.quote,
    figures.section,
    figures.commitment,
    figures.rule,
    figures.page
from {{ ref('int_figures') }} as figures
left join messages on figures.figure_id = messages.figure_id
where figures.failed_checks is not null
