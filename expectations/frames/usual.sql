-- A row a figure of a known indicator or unit, beside what real reports have shown of it: usual_rates.csv,
-- usual_amounts.csv and usual_directions.csv. Growth is judged where it is known to be that of a year or a part of it, or
-- a yearly mean: not over several years (五年来, 比2005年, 翻一番), and not where no period was found.
with ways as (
    -- what is said of any status stands here for each: a join looks up what is equal
    select
        * exclude (status),
        unnest(case when status is null then ['actual', 'target', 'reference'] else [status] end) as status
    from usual_directions
),

worded as (
    select
        figures.*,
        -- words are looked at where the question arises
        case when indicator_id is null and measure in ('growth_rate', 'change_points') and direction is not null
            then case when ends_in_what_falls(indicator_text)
                -- 浓度改善8.6% says no direction
                then not says_better(left(quote, strpos(quote, value_text) - 1)) end
        end as falls_by_its_words,
        -- 投资超过10万元的项目
        case when bound = 'at_least' then case when is_unit_of_money(unit) then names_a_project_or_company(
            substring(quote, strpos(quote, value_text) + length(value_text), 12)
        ) end end as marks_a_size
    from figures_as_meant as figures
    where document_id in (select document_id from file_names) and document_id in (select document_id from documents_to_check)
        and value is not null
),

located as (
    select
        document_id,
        figure_id,
        char_start,
        char_end,
        indicator_id,
        measure,
        direction,
        unit,
        is_headline,
        status,
        entity_text,
        period_text,
        falls_by_its_words,
        marks_a_size,
        date_diff('day', period_start, period_end) as days,
        (document_id, char_start) in (
            select (document_id, char_start) from words_before where compares_with_years_ago(words)
        ) as is_compared_with_years_ago,
        year_scope is not distinct from 'yearly_mean' as is_yearly_mean,
        -- the value, not the number: 七成 is 70 %
        greatest(value, coalesce(value_high, value))::double as highest,
        log10(nullif(abs(value), 0)::double) as power,
        case when region_code is not null then level_of(region_code) end as level
    from worded
    where falls_by_its_words or marks_a_size
        or indicator_id in (select indicator_id from usual_rates union all select indicator_id from usual_directions)
        or unit in (select unit from usual_amounts)
)

select
    located.document_id,
    located.figure_id,
    located.char_start,
    located.char_end,
    located.indicator_id,
    located.indicator_id as cause,
    located.level,
    rates.lowest,
    rates.highest as usual_highest,
    rates.highest_target,
    coalesce(own.highest_power, anyone.highest_power) as highest_power,
    case
        when rates.indicator_id is null or entity_text is not null or located.unit <> '%' then null
        when located.measure = 'growth_rate' and days is null then null
        -- 五年, 近三年, but neither 2015年 nor 第三年
        when not is_yearly_mean and (
            days > 366 or coalesce(counts_years(period_text), false)
            or located.measure = 'growth_rate' and is_compared_with_years_ago
        ) then null
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
    -- what is told of a figure that fails need not be there for the others
    case when not rate_is_usual then rates.observed end as observed_rate,
    case when not amount_is_usual then coalesce('10^' || own.lowest_power, '0') end as lowest_power,
    case when not direction_is_usual then coalesce(ways.direction, 'down') end as usual_direction,
    case when not direction_is_usual then coalesce(ways.observed, 'as its name says') end as observed_direction,
    round(power, 1) as power
from located
left join usual_rates as rates on located.indicator_id = rates.indicator_id and located.measure = rates.measure
left join ways on located.indicator_id = ways.indicator_id and located.status = ways.status
left join usual_amounts as own
    on located.indicator_id = own.indicator_id and located.level = own.level and located.unit = own.unit
left join usual_amounts as anyone on anyone.indicator_id is null and located.level = anyone.level and located.unit = anyone.unit
where rates.indicator_id is not null or ways.indicator_id is not null or own.unit is not null or anyone.unit is not null
    or falls_by_its_words or marks_a_size
