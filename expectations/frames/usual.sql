-- A row a figure of a known indicator or unit, beside what real reports have shown of it: usual_rates.csv,
-- usual_amounts.csv and usual_directions.csv. Growth is judged where it is known to be that of a year or a part of it: not over several years
-- (五年来, 比2005年, 翻一番), and not where no period was found.
with ways as (
    -- what holds of every status stands for each of them: a join looks up what is equal
    select
        * exclude (status),
        unnest(case when status is null then ['actual', 'target', 'reference'] else [status] end) as status
    from usual_directions
),

located as (
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
        figures.status,
        figures.region_code,
        figures.entity_text,
        figures.period_text,
        date_diff('day', figures.period_start, figures.period_end) as days,
        -- the value, not the number: 七成 is 70 %
        greatest(figures.value, coalesce(figures.value_high, figures.value))::double as highest,
        log10(nullif(abs(figures.value), 0)::double) as power,
        case
            when figures.region_code = '000000' then 'national'
            when figures.region_code like '__0000' then 'province'
            when figures.region_code like '____00' then 'prefecture'
            when figures.region_code is not null then 'county'
        end as level
    from figures_as_meant as figures
    where figures.document_id in (select document_id from texts) and figures.value is not null
        and (
            figures.indicator_id in (select indicator_id from usual_rates union all select indicator_id from usual_directions)
            or figures.unit in (select unit from usual_amounts where unit is not null)
        )
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
    rates.lowest,
    rates.highest as usual_highest,
    rates.highest_target,
    rates.observed as observed_rate,
    coalesce('10^' || own.lowest_power, '0') as lowest_power,
    coalesce(own.highest_power, anyone.highest_power) as highest_power,
    case
        when rates.indicator_id is null or entity_text is not null or located.unit <> '%' then null
        -- 五年, 近三年, but neither 2015年 nor 第三年
        when days > 366 or coalesce(
            counts_years(period_text)
            or compares_with_years_ago(words_at(pieces.text, greatest(located.char_start - 60, 0), located.char_start)), false
        ) then null
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
    case when ways.direction is not null and located.direction is not null and entity_text is null
        and located.measure = 'growth_rate'
        then located.direction = ways.direction
    end as direction_is_usual,
    located.direction,
    ways.direction as usual_direction,
    ways.observed as observed_direction,
    round(power, 1) as power
from located
left join usual_rates as rates on located.indicator_id = rates.indicator_id and located.measure = rates.measure
left join ways on located.indicator_id = ways.indicator_id and located.status = ways.status
left join usual_amounts as own
    on located.indicator_id = own.indicator_id and located.level = own.level and located.unit = own.unit
left join usual_amounts as anyone on anyone.indicator_id is null and located.level = anyone.level and located.unit = anyone.unit
left join text_pieces as pieces
    on case when rates.measure = 'growth_rate' and located.unit = '%' then located.document_id end = pieces.document_id
        and piece_of(greatest(located.char_start - 60, 0)) = pieces.piece
where rates.indicator_id is not null or ways.indicator_id is not null or own.unit is not null or anyone.unit is not null
