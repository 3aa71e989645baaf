-- What a report wants of an indicator beside what it says was reached the year before: a target of half or twice that
-- is a slip (usual_changes.csv), unless the two are told of different scopes, or what was reached is told twice and the other
-- number fits.
with pairs as (
    select
        target.*,
        reached.figure_id as reached_id,
        reached.value as reached_value,
        reached.value_text as reached_text,
        reached.quote as reached_quote,
        reached.year as reached_year,
        target.value / reached.value between least(usual.lowest, 0.6) and usual.highest_target as fits,
        differs_in_scope(target.indicator_text, target.scope_text, reached.indicator_text, reached.scope_text) as differs
    from amounts as target
    inner join amounts as reached using (document_id, indicator_id, unit, place)
    inner join usual_changes as usual using (indicator_id)
    where target.status = 'target' and reached.status = 'actual' and target.year = reached.year + 1
        and target.year = target.plan_year and target.place = 1
),

explained as (
    select pairs.figure_id
    from pairs
    inner join amounts as other using (document_id, indicator_id, unit)
    where not pairs.fits and other.status = 'actual' and other.year = pairs.reached_year
        and pairs.value / other.value between 0.8 and 1.3
)

select
    document_id,
    figure_id,
    [figure_id, reached_id] as figure_ids,
    char_start,
    char_end,
    quote,
    case
        when fits then true
        when not (differs and value / reached_value between 0.25 and 4) and figure_id not in (select figure_id from explained)
            then false
    end as holds,
    format(
        '{} {} is the target of {} after {} the year before: 「{}」',
        indicator_text, value_text, year, reached_text, left(reached_quote, 120)
    ) as words
from pairs
