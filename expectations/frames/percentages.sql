-- A row a figure whose size is bounded by what it measures, with the number in the column of its kind.
-- `completed` marks a ratio to a plan or a base, which may pass 100 (完成年度计划的110.4%, 为上年的120%);
-- `bounded_share` a ratio that by its name cannot (覆盖率, 比重, 失业率).
with sized as (
    select
        figures.*,
        case when figures.unit in ('%', '‰') then figures.value else figures.number end::double as amount,
        -- the value, not the number: 七成 is 70 %
        case when figures.unit in ('%', '‰') then greatest(figures.value, coalesce(figures.value_high, figures.value))
            else greatest(figures.number, coalesce(figures.number_high, figures.number)) end::double as highest
    from figures_as_meant as figures
    where figures.document_id in (select document_id from texts) and (
        figures.measure in ('share', 'growth_rate', 'change_points', 'index', 'rank', 'gap')
        or figures.unit in ('%', '‰')
        or figures.indicator_id in (
            'cpi', 'good_air_days', 'pm25', 'pm10', 'life_expectancy', 'surveyed_unemployment_rate',
            'registered_unemployment_rate', 'natural_growth_rate', 'rd_intensity'
        )
    )
),

located as (
    select
        sized.*,
        -- the words before the number in its own clause
        before.in_clause as words_before
    from sized
    left join words_before as before
        on case when sized.highest > 100 and sized.measure = 'share' then sized.document_id end = before.document_id
            and sized.char_start = before.char_start
),

named as (
    select
        *,
        concat_ws('', words_before, ' ', indicator_text) as words,
        unit = '%' or unit_text in ('%', '％') as is_percent,
        unit = '‰' or unit_text in ('‰', '&permil;') as is_per_mille
    from located
),

judged as (
    select
        *,
        tells_of_completion(words) as completed,
        names_a_bounded_share(words)
            as named_share
    from named
)

select
    document_id,
    figure_id,
    char_start,
    char_end,
    indicator_id,
    measure,
    status,
    case when measure = 'share' and is_percent and not coalesce(completed, false)
        and (named_share or indicator_id in (
            'forest_coverage', 'green_coverage', 'urbanization_rate', 'tax_share', 'livelihood_expenditure_share',
            'good_air_ratio', 'water_quality_ratio', 'preschool_coverage'
        )) then highest end as bounded_share,
    case when measure = 'share' and is_percent then highest end as any_share,
    case when measure = 'share' and is_percent then amount end as least_share,
    case when measure = 'growth_rate' and is_percent and direction = 'down' then highest end as fall,
    case when measure = 'growth_rate' and is_percent and direction is distinct from 'down' then highest end as growth,
    case when measure = 'change_points' and is_unit_of_points(unit) then highest end as change_points,
    case when measure = 'rank' then amount end as place,
    case when measure = 'rank' then amount = floor(amount) and amount >= 1 end as place_is_whole,
    case when is_per_mille then highest end as per_mille,
    case when indicator_id = 'cpi' and measure = 'growth_rate' and is_percent then highest end as price_growth,
    case when indicator_id = 'cpi' and measure in ('index', 'level') then amount end as price_index,
    case when indicator_id in ('surveyed_unemployment_rate', 'registered_unemployment_rate') and measure = 'share' then highest end as unemployment,
    case when indicator_id = 'natural_growth_rate' and measure in ('share', 'growth_rate', 'level') then
        case when is_percent then highest * 10 else highest end end as natural_growth,
    case when indicator_id = 'good_air_days' and measure = 'level' and is_unit_of_days(unit) then highest end as air_days,
    case when indicator_id in ('pm25', 'pm10') and measure = 'level' then highest end as particulates,
    case when indicator_id = 'life_expectancy' and measure = 'level' then amount end as life_expectancy
from judged
