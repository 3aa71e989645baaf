-- 增长8.6%，高于年初计划0.1个百分点: what was reached, how far that is from the target, and the target itself in the report of
-- the year before. The words that say above or below are not held against it.
with claims as (
    select
        claim.*,
        reached.figure_id as reached_id,
        reached.measure as reached_measure,
        reached.signed_value as reached_value,
        reached.half as reached_half,
        reached.value_text as reached_text
    from told as claim
    inner join told as reached
        on claim.document_id = reached.document_id and claim.sentence = reached.sentence and reached.char_end <= claim.char_start
            and claim.indicator_id = reached.indicator_id and claim.year = reached.year
    where claim.is_points_from_target and claim.status = 'actual'
        and reached.status = 'actual' and reached.measure in ('growth_rate', 'share') and reached.unit = '%'
        and reached.is_of_a_year
    qualify row_number() over (partition by claim.figure_id order by reached.char_start desc) = 1
)

select
    claims.document_id,
    claims.figure_id,
    [claims.figure_id, claims.reached_id, targets_set.figure_id] as figure_ids,
    claims.char_start,
    claims.char_end,
    claims.quote,
    abs(abs(claims.reached_value - targets_set.value) - claims.value)
    <= claims.half + claims.reached_half + targets_set.half as holds,
    format(
        '{} {} is {:.3g} points from the target of {}, told are {}: 「{}」',
        claims.indicator_text, claims.reached_text, abs(claims.reached_value - targets_set.value), targets_set.value_text,
        claims.value_text, left(targets_set.quote, 120)
    ) as words
from claims
inner join targets_set
    on claims.region_code = targets_set.region_code and claims.year = targets_set.year
        and claims.indicator_id = targets_set.indicator_id and claims.reached_measure = targets_set.measure
        and targets_set.unit = '%'
where claims.document_id <> targets_set.document_id
