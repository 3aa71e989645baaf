-- A row a figure of a known indicator or unit, beside what real reports have shown of it: usual_rates.csv,
-- usual_amounts.csv and usual_directions.csv. Growth is judged where it is known to be that of a year or a part of it, or
-- a yearly mean: not over several years (五年来, 比2005年, 翻一番), and not where no period was found.
with located as (
    select
        figures.document_id,
        figures.figure_id,
        figures.char_start,
        figures.char_end,
        figures.value_text,
        figures.indicator_text,
        figures.indicator_id,
        figures.measure,
        figures.direction,
        figures.unit,
        figures.is_headline,
        figures.quote,
        figures.status,
        figures.region_code,
        figures.entity_text,
        date_diff('day', figures.period_start, figures.period_end) as days,
        figures.year_scope is not distinct from 'yearly_mean' as is_yearly_mean,
        -- the value, not the number: 七成 is 70 %
        greatest(figures.value, coalesce(figures.value_high, figures.value))::double as highest,
        log10(nullif(abs(figures.value), 0)::double) as power,
        -- 五年, 近三年, but neither 2015年 nor 第三年
        counts_years(figures.period_text) as period_counts_years,
        case when figures.indicator_id is not null and figures.measure = 'growth_rate' then compares_with_years_ago(
            words_at(pieces.text, greatest(figures.char_start - 60, 0), figures.char_start)
        ) end as compares_with_years_ago,
        figures.indicator_id is null and figures.measure in ('growth_rate', 'change_points') and figures.direction is not null
        and ends_in_what_falls(figures.indicator_text)
        -- 浓度改善8.6% says no direction
        and not says_better(left(figures.quote, strpos(figures.quote, figures.value_text) - 1)) as falls_by_its_words,
        -- 投资超过10万元的项目
        case when is_unit_of_money(figures.unit) and figures.bound = 'at_least' then names_a_project_or_company(
            substring(figures.quote, strpos(figures.quote, figures.value_text) + length(figures.value_text), 12)
        ) end as marks_a_size,
        case when figures.region_code is not null then level_of(figures.region_code) end as level
    from figures_as_meant as figures
    left join text_pieces as pieces
        on figures.document_id = pieces.document_id and piece_of(greatest(figures.char_start - 60, 0)) = pieces.piece
    where figures.document_id in (select document_id from texts) and figures.value is not null
)

select
    located.document_id,
    located.figure_id,
    located.char_start,
    located.char_end,
    located.value_text,
    located.indicator_text,
    located.indicator_id,
    located.indicator_id as cause,
    located.level,
    located.quote,
    rates.lowest,
    rates.highest as usual_highest,
    rates.highest_target,
    rates.observed as observed_rate,
    coalesce('10^' || own.lowest_power, '0') as lowest_power,
    coalesce(own.highest_power, anyone.highest_power) as highest_power,
    case
        when rates.indicator_id is null or entity_text is not null or located.unit <> '%' then null
        when (days > 366 or coalesce(period_counts_years or compares_with_years_ago, false)) and not is_yearly_mean then null
        when located.measure = 'growth_rate' and days is null then null
        -- what cannot be so has its own check
        when located.indicator_id = 'cpi' and located.highest > 30 or located.measure = 'share' and located.highest > 100
            or located.indicator_id like '%unemployment_rate' and located.highest > 20 then null
        else located.highest between rates.lowest and case when is_headline then rates.highest_target else rates.highest end
    end as rate_is_usual,
    case when located.status <> 'reference' and power is not null and entity_text is null and located.measure in ('level', 'change_amount')
        and (own.unit is not null or anyone.unit is not null)
        then power <= coalesce(own.highest_power, anyone.highest_power)
            and (own.lowest_power is null or located.measure <> 'level' or power >= own.lowest_power)
    end as amount_is_usual,
    case when marks_a_size then power >= 6 end as mark_of_size_is_usual,
    case
        when located.direction is null or entity_text is not null then null
        when ways.direction is not null and located.measure = 'growth_rate' then located.direction = ways.direction
        when falls_by_its_words then located.direction = 'down'
    end as direction_is_usual,
    located.direction,
    coalesce(ways.direction, 'down') as usual_direction,
    coalesce(ways.observed, 'as its name says') as observed_direction,
    round(power, 1) as power
from located
left join usual_rates as rates on located.indicator_id = rates.indicator_id and located.measure = rates.measure
left join usual_directions as ways
    on located.indicator_id = ways.indicator_id and located.status = coalesce(ways.status, located.status)
left join usual_amounts as own
    on located.indicator_id = own.indicator_id and located.level = own.level and located.unit = own.unit
left join usual_amounts as anyone on anyone.indicator_id is null and located.level = anyone.level and located.unit = anyone.unit
where rates.indicator_id is not null or ways.indicator_id is not null or own.unit is not null or anyone.unit is not null
    or falls_by_its_words or marks_a_size
