-- A row a figure of no known indicator, beside what figures of the longest words that its name ends in are usually:
-- usual_scales.csv, in powers of ten. An amount in 万 or 亿 that lies outside, and would lie inside in the other of the two,
-- is off by 10⁴; growth or a share that would lie inside with its point a digit further, by ten.
with named as (
    select
        document_id,
        figure_id,
        char_start,
        char_end,
        value_text,
        indicator_text,
        unit,
        quote,
        log10(value::double) as power,
        kind_of(measure) as kind,
        -- how far outside is too far, above and below
        case measure when 'growth_rate' then 0.3 when 'share' then 0.1 else 0.7 end as above,
        case measure when 'growth_rate' then 0.3 when 'share' then 0.3 else 0.7 end as below,
        case
            when measure in ('growth_rate', 'share') then 1
            when is_in_hundred_millions(value_text) then -4
            else 4
        end as moved_by,
        level_of(region_code) as level
    from figures_as_meant
    where document_id in (select document_id from documents_to_check)
        and indicator_id is null and status <> 'reference' and value > 0
        and case
            when measure in ('growth_rate', 'share') then unit = '%'
            when measure in ('level', 'change_amount') then unit is not null and region_code is not null
                and threshold_text is null and not tells_of_each(indicator_text)
                and (is_in_hundred_millions(value_text) or is_in_ten_thousands(value_text))
            else false
        end
),

-- a name is told many times, and looked up once
names as (
    select distinct indicator_text, kind, unit, level
    from named
),

endings as (
    select *, right(indicator_text, length) as words
    from names
    cross join (values (2), (3), (4), (5), (6)) as lengths (length)
    where length <= length(indicator_text)
),

usual as (
    select
        endings.indicator_text,
        endings.kind,
        endings.unit,
        endings.level,
        scales.words,
        scales.lowest_power,
        scales.highest_power,
        scales.figures as compared
    from endings
    inner join usual_scales as scales on endings.words = scales.words and endings.kind = scales.measure
        and endings.unit = scales.unit and (
            endings.level = scales.level
            or scales.level = '*' and (endings.level <> 'national' or endings.kind <> 'amount')
        )
    qualify row_number() over (
        partition by endings.indicator_text, endings.kind, endings.unit, endings.level
        order by endings.length desc, scales.level = '*'
    ) = 1
),

judged as (
    select
        named.*,
        usual.words,
        usual.compared,
        usual.lowest_power,
        usual.highest_power,
        power > highest_power + above as is_above,
        power < lowest_power - below as is_below,
        power + moved_by between lowest_power - 0.3 and highest_power + 0.3 as higher_fits,
        power - abs(moved_by) between lowest_power and highest_power + 0.3 as lower_fits
    from named
    inner join usual using (indicator_text, kind, unit, level)
)

select
    document_id,
    figure_id,
    char_start,
    char_end,
    unit,
    words,
    compared,
    round(power, 1) as power,
    lowest_power,
    highest_power,
    format('{:.3g}', power(10, lowest_power)) as lowest,
    format('{:.3g}', power(10, highest_power)) as highest,
    case when kind = 'amount' then not (moved_by < 0 and is_above and lower_fits or moved_by > 0 and is_below and higher_fits)
    end as scale_fits_words,
    case when kind <> 'amount' then not (is_above and lower_fits or is_below and higher_fits) end as point_fits_words
from judged
