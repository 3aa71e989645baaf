-- 财政收入120亿元，居全省第3位: a rank in the province or the nation, of the number told right before it, beside what the
-- reports of its peers tell of that year. More of them above than the rank leaves room for, or more below, and one of the
-- two is wrong, however many reports are missing; where all are there and the rank is theirs, it holds.
with claims as (
    select
        told.*,
        case when ranks_in_the_nation(words) then 'nation' when ranks_in_the_province(words) then 'province' end as among
    from (
        select *, right(left(quote, strpos(quote, value_text) - 1), 14) as words
        from told
        where measure = 'rank' and indicator_id is not null and value >= 1 and status = 'actual'
    ) as told
    where not counts_from_the_end(words)
),

ranked as (
    select
        claims.document_id,
        claims.figure_id,
        claims.char_start,
        claims.char_end,
        claims.quote,
        claims.value_text,
        claims.value as claimed,
        claims.indicator_text,
        claims.region_code,
        claims.among,
        own.figure_id as own_id,
        own.indicator_id,
        own.measure,
        own.unit,
        own.year,
        own.value_text as own_text,
        own.signed_value,
        own.half
    from claims
    asof inner join (
        select * from told
        where measure in ('level', 'growth_rate', 'share') and unit is not null and is_of_a_year and status = 'actual'
            and price_basis is distinct from 'real' and not is_like_for_like
            and document_id in (select document_id from claims where among is not null)
    ) as own
        on claims.document_id = own.document_id and claims.indicator_id = own.indicator_id and claims.sentence = own.sentence
            and claims.char_start > own.char_start
    where claims.char_start - own.char_end < 25 and claims.among is not null
        -- 增长5.3%，总量居全国首位 ranks another number than the one before it
        and case when own.measure = 'growth_rate' then not ranks_a_level(claims.words) else not ranks_growth(claims.words) end
        and claims.region_code like case claims.among when 'nation' then '__0000' else '____00' end
        and claims.region_code not like case claims.among when 'nation' then '000000' else '__0000' end
),

peers as (
    select ranked.document_id, ranked.figure_id, divisions.division_code
    from ranked
    inner join divisions
        on ranked.year between divisions.start_year and divisions.end_year
            and divisions.division_code <> ranked.region_code
            and case ranked.among
                when 'nation' then divisions.division_code like '__0000' and divisions.division_code < '700000'
                    and divisions.division_code <> '000000'
                else left(divisions.division_code, 2) = left(ranked.region_code, 2)
                    and divisions.division_code like '____00' and divisions.division_code not like '__0000'
            end
),

told_of_peers as (
    select
        ranked.document_id,
        ranked.figure_id,
        count(distinct peers.division_code) as peers,
        count(distinct other.region_code) as known,
        count(distinct other.region_code) filter (where other.signed_value - other.half > ranked.signed_value + ranked.half) as above,
        count(distinct other.region_code) filter (where other.signed_value + other.half < ranked.signed_value - ranked.half) as below,
        list(distinct other.figure_id) filter (where other.figure_id is not null) as other_ids,
        string_agg(other.value_text || ': ' || left(other.quote, 40), '; ' order by other.signed_value desc) as words
    from ranked
    inner join peers using (document_id, figure_id)
    left join stated_once as other
        on peers.division_code = other.region_code and ranked.indicator_id = other.indicator_id and ranked.measure = other.measure
            and ranked.unit = other.unit and ranked.year = other.year and other.status = 'actual'
    group by ranked.document_id, ranked.figure_id
)

select
    ranked.document_id,
    ranked.figure_id,
    list_concat([ranked.figure_id, ranked.own_id], list_sort(told_of_peers.other_ids)) as figure_ids,
    ranked.char_start,
    ranked.char_end,
    ranked.quote,
    case
        when claimed <= above or claimed > 1 + peers - below then false
        when known = peers then true
    end as holds,
    format(
        '{} {} is told to be {} of {}: {} of {} peers are above it and {} below: {}',
        indicator_text, own_text, value_text, peers + 1, above, known, below, left(told_of_peers.words, 400)
    ) as words
from ranked
inner join told_of_peers using (document_id, figure_id)
where known > 0
