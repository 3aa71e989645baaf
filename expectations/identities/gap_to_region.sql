-- 增长8.6%，高于全国0.7个百分点: the region's rate, the distance told, and the rate of that other region in its own report.
with claims as (
    select
        claim.*,
        figures.benchmark_code,
        own.figure_id as own_id,
        own.measure as own_measure,
        own.signed_value as own_value,
        own.half as own_half,
        own.value_text as own_text
    from told as claim
    inner join figures_compared as figures using (document_id, figure_id)
    inner join told as own
        on claim.document_id = own.document_id and claim.sentence = own.sentence and own.char_end <= claim.char_start
            and claim.indicator_id = own.indicator_id and claim.year = own.year
    where claim.measure = 'gap' and is_unit_of_points(claim.unit) and figures.benchmark_code is not null and claim.status = 'actual'
        and own.status = 'actual' and own.measure in ('growth_rate', 'share') and own.unit = '%' and own.is_of_a_year
        and own.is_year_on_year is distinct from false
    qualify row_number() over (partition by claim.figure_id order by own.char_start desc) = 1
)

select
    claims.document_id,
    claims.figure_id,
    [claims.figure_id, claims.own_id, other.figure_id] as figure_ids,
    claims.char_start,
    claims.char_end,
    claims.quote,
    case
        when abs(abs(claims.own_value - other.signed_value) - claims.value) <= 0.15 + claims.half + claims.own_half + other.half
            then true
        -- first figures are estimates, and a report may speak of an earlier month
        when abs(abs(claims.own_value - other.signed_value) - claims.value) > 2.5 then false
    end as holds,
    format(
        '{} {} is {:.3g} points from {} of {}, told are {}: 「{}」',
        claims.indicator_text, claims.own_text, abs(claims.own_value - other.signed_value), other.value_text,
        claims.benchmark_code, claims.value_text, left(other.quote, 120)
    ) as words
from claims
inner join stated_once as other
    on claims.benchmark_code = other.region_code and claims.indicator_id = other.indicator_id and claims.year = other.year
        and claims.own_measure = other.measure and other.status = 'actual' and other.unit = '%'
        and other.plan_year = other.year + 1
