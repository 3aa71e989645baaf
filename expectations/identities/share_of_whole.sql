-- 工业纳税5.7亿元，占财政收入的56.4%: a share whose name has both the part told right before it and a whole told elsewhere in the
-- report, of the same year, status and unit. Of several wholes that the name has (国内生产总值, 生产总值) the longest is meant.
with shares as materialized (
    select document_id, figure_id, char_start, char_end, value_text, value, half, indicator_text, status, year, region_code
    from told
    where measure = 'share' and names_a_share(indicator_text) and unit = '%' and is_of_a_year and value > 0
),

-- the amount right before it: within thirty signs, so in one of two stretches of thirty-two
near as (
    select shares.figure_id, arg_max(part.figure_id, part.char_start) as part_id
    from (select figure_id, document_id, char_start, unnest([char_start // 32, char_start // 32 - 1]) as stretch from shares) as shares
    inner join told as part on shares.document_id = part.document_id and shares.stretch = part.char_end // 32
    where part.measure = 'level' and part.char_end <= shares.char_start and shares.char_start - part.char_end < 30
    group by shares.figure_id
),

parts as materialized (
    select
        shares.*,
        part.figure_id as part_id,
        part.value as part_value,
        part.value_text as part_text,
        part.half / part.value as part_half,
        part.unit,
        substr(shares.indicator_text, length(part.indicator_text) + 1) as rest_of_name
    from near
    inner join shares using (figure_id)
    inner join told as part on near.part_id = part.figure_id
    where part.status = shares.status and part.year = shares.year and part.is_of_a_year and part.value > 0
        and starts_with(shares.indicator_text, part.indicator_text)
),

levels as (
    select document_id, figure_id, char_start, value_text, value, half, indicator_text, status, year, unit
    from told
    where measure = 'level' and is_of_a_year and value > 0 and length(indicator_text) >= 4
        and document_id in (select document_id from parts)
),

found as (
    select
        parts.*,
        whole.figure_id as whole_id,
        whole.value_text as whole_text,
        whole.indicator_text as whole_name,
        100 * parts.part_value / whole.value as implied,
        parts.part_half + whole.half / whole.value as half_of_amounts
    from parts
    inner join levels as whole
        on parts.document_id = whole.document_id and parts.status = whole.status and parts.year = whole.year
            and parts.unit = whole.unit and parts.part_id <> whole.figure_id
    where
        names_a_share(parts.rest_of_name)
        and contains(parts.rest_of_name, whole.indicator_text)
        and not tells_of_each(whole.indicator_text)
        -- nothing narrower (规模以上工业总产值), nothing of another region (占全省出口的12%), and no list of wholes
        and begins_a_share(left(parts.rest_of_name, strpos(parts.rest_of_name, whole.indicator_text) - 1))
        and ends_a_share(substr(parts.rest_of_name, strpos(parts.rest_of_name, whole.indicator_text) + length(whole.indicator_text)))
        and (level_of(parts.region_code) = 'province' or not names_the_province(parts.rest_of_name))
        and (level_of(parts.region_code) <> 'county' or not names_the_city(parts.rest_of_name))
    qualify row_number() over (
        partition by parts.figure_id
        order by length(whole.indicator_text) desc, abs(parts.value - 100 * parts.part_value / whole.value), whole.char_start
    ) = 1
)

select
    found.document_id,
    found.figure_id,
    [found.figure_id, part_id, whole_id] as figure_ids,
    found.char_start,
    found.char_end,
    told.quote,
    case
        when abs(implied - found.value) <= found.half + implied * (half_of_amounts + 0.01) then true
        when abs(implied - found.value) > found.half + implied * (half_of_amounts + 0.1) then false
    end as holds,
    format('{} of {} {} is {:.4g} %, told are {}', part_text, whole_name, whole_text, implied, found.value_text) as words
from found
inner join told using (document_id, figure_id)
