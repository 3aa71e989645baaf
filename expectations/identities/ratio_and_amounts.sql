-- A ratio beside the two amounts that it is made of (ratios.csv): taxes in revenue, loans by deposits, GDP per head; and good
-- days. The ratio is an indicator, or goes by its name alone (存贷比).
with asked as materialized (
    select told.*, relations.part_id, relations.whole_id, relations.factor
    from ratios as relations
    inner join told
        on
            relations.unit = told.unit
            and case
                when relations.ratio_id is not null then told.indicator_id = relations.ratio_id
                else told.indicator_id is null and told.indicator_text = relations.ratio_name
            end
    where told.measure in ('share', 'level') and told.is_of_a_year and told.value > 0
),

found as (
    select
        ratio.* exclude (part_id, whole_id, factor),
        part.value / whole.value * ratio.factor as implied,
        [ratio.figure_id, part.figure_id, whole.figure_id] as figure_ids,
        part.value_text as part_text,
        whole.value_text as whole_text
    from asked as ratio
    inner join amounts as part
        on ratio.document_id = part.document_id and ratio.year = part.year and ratio.status = part.status
            and ratio.part_id = part.indicator_id
    inner join amounts as whole
        on ratio.document_id = whole.document_id and ratio.year = whole.year and ratio.status = whole.status
            and ratio.whole_id = whole.indicator_id
    -- 新增存贷比 is another ratio
    where not tells_of_what_is_new(right(left(ratio.quote, strpos(ratio.quote, ratio.value_text) - 1), 8))
        and part.place = 1 and whole.place = 1
    union all by name
    select
        ratio.*,
        days.value / 3.65 as implied,
        [ratio.figure_id, days.figure_id] as figure_ids,
        days.value_text as part_text,
        '365 days' as whole_text
    from stated_once as ratio
    inner join stated_once as days using (document_id, year, status)
    where ratio.indicator_id in ('good_air_ratio', 'good_air_days') and ratio.unit = '%' and ratio.measure = 'share'
        and days.indicator_id = 'good_air_days' and is_unit_of_days(days.unit) and days.measure = 'level'
)

select
    document_id,
    figure_id,
    figure_ids,
    char_start,
    char_end,
    quote,
    case when abs(value / implied - 1) <= 0.02 then true when abs(value / implied - 1) > 0.1 then false end as holds,
    format('{} of {} is {:.4g}, told is {}', part_text, whole_text, implied, value_text) as words
from found
