-- 城镇新增就业5.8万人，完成年度目标的116%: what was reached, by how much of the target, and the target itself in the report
-- of the year before.
with claims as (
    select
        claim.*,
        reached.figure_id as reached_id,
        reached.value as reached_value,
        reached.value_text as reached_text,
        reached.unit as reached_unit
    from told as claim
    inner join amounts as reached
        on claim.document_id = reached.document_id and claim.quote = reached.quote and reached.char_end <= claim.char_start
            and claim.indicator_id = reached.indicator_id and claim.year = reached.year
    where claim.is_of_target and claim.unit = '%' and claim.status = 'actual' and claim.value > 0
        and reached.status = 'actual'
    qualify row_number() over (partition by claim.figure_id order by reached.char_start desc) = 1
)

select
    claims.document_id,
    claims.figure_id,
    [claims.figure_id, claims.reached_id, targets_set.figure_id] as figure_ids,
    claims.char_start,
    claims.char_end,
    claims.quote,
    case
        when abs(100 * claims.reached_value / targets_set.value - claims.value) <= 0.02 * claims.value then true
        when abs(100 * claims.reached_value / targets_set.value - claims.value) > 0.1 * claims.value then false
    end as holds,
    format(
        '{} {} is {:.4g} % of the target, told is {}: the target was {}, or would have to be some {:.4g} {}: 「{}」',
        claims.indicator_text, claims.reached_text, 100 * claims.reached_value / targets_set.value, claims.value_text,
        targets_set.value_text, 100 * claims.reached_value / claims.value, claims.reached_unit, left(targets_set.quote, 120)
    ) as words
from claims
inner join targets_set
    on claims.region_code = targets_set.region_code and claims.year = targets_set.year
        and claims.indicator_id = targets_set.indicator_id and targets_set.measure = 'level'
        and targets_set.unit = claims.reached_unit
where targets_set.value > 0 and claims.document_id <> targets_set.document_id
