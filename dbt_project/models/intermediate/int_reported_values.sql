-- What a document reports as achieved for its region: every value of an indicator, measure and full year,
-- ranked by how often it is stated, then by which comes first.
with mentions as (
    select
        figures.*,
        {{ comparable_measure() }} as reported_measure,
        {{ comparable_value('value') }} as first_value,
        {{ comparable_value('value_high') }} as second_value,
        -- The last thing that its sentence compares with before it: 比2005年增长73.8%, 由2015年的94.9亿元增加到
        -- 170亿元,增长79.1% are no year's growth.
        regexp_extract(
            {{ clause_before('documents.text', 'figures.char_start', '；;。') }},
            '.*(?:比|较|由|从)\s*(上年|去年|上一年|[0-9]{4}\s*年|[“"]?[一二三四五六七八九十]+五|五年前|上届)',
            1
        ) as base,
        {{ clause_before('documents.text', 'figures.char_start', '；;。') }} as long_clause,
        {{ clause_before('documents.text', 'figures.char_start', '，,；;。') }} as clause
    from {{ ref('int_figures') }} as figures
    inner join {{ ref('int_documents') }} as documents on figures.document_id = documents.document_id
    where
        figures.failed_checks is null
        and figures.status = 'actual'
        and figures.is_of_document_region
        and figures.indicator_id is not null
        -- A state at the year's end, or the whole year; never eleven months.
        and month(figures.period_end) = 12
        and day(figures.period_end) = 31
        and (figures.period_start is null or figures.period_start = make_date(year(figures.period_end), 1, 1))
        and figures.measure in ('growth_rate', 'share', 'level', 'index', 'change_amount', 'change_points')
),

stated as (
    select
        document_id,
        document_series_key as series_key,
        plan_year,
        indicator_id,
        reported_measure as measure,
        unit,
        cast(year(period_end) as integer) as year,
        (first_value + coalesce(second_value, first_value)) / 2 as reported_value,
        count(*) as mentions,
        min(char_start) as first_start,
        -- 地方一般公共预算收入 and 一般公共预算收入 may stand side by side, each with its own value.
        bool_or(contains(indicator_text, '地方')) as is_called_local,
        bool_or(not contains(indicator_text, '地方')) as is_called_plain,
        arg_min(figure_id, char_start) as figure_id
    from mentions
    where
        not {{ yearly_mean('clause') }}
        and not {{ names_several_years('clause') }}
        and not {{ adds_up_years('clause', 'period_text') }}
        -- A limit kept over several years is no value of the last: 五年新增就业97万人,失业率控制在2%以内.
        and not (
            {{ is_limit('clause') }}
            and (
                {{ names_several_years('long_clause') }}
                or {{ told_of_several_years('period_text', 'section') }}
            )
        )
        and (
            reported_measure != 'growth_rate'
            or base in ('', '上年', '去年', '上一年')
            or replace(base, ' ', '') = (year(period_end) - 1) || '年'
        )
        and not (reported_measure = 'growth_rate' and {{ moves_without_a_base('clause') }})
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
