-- A level beside those that the region's reports tell of the nearest years: one that has risen or fallen more than any
-- report has shown (usual_changes.csv) against both its neighbours is out of line. Of two that do not fit each other,
-- one that fits another neighbour is let be, else the later is told. Two scopes (全口径, 地方) may lie a factor of four apart.
with series as (
    select amounts.*, usual.lowest, usual.highest, usual.highest_mean
    from amounts
    inner join usual_changes as usual using (indicator_id)
    where status = 'actual'
    qualify row_number() over (
        partition by region_code, indicator_id, unit, year
        order by plan_year <> year + 1, place, plan_year, document_id
    ) = 1
),

beside as (
    select
        *,
        lag(figure_id) over years as figure_before,
        lag(value) over years as value_before,
        lag(year) over years as year_before,
        lag(indicator_text) over years as name_before,
        lag(scope_text) over years as scope_before,
        lag(value_text) over years as text_before,
        lag(quote) over years as quote_before,
        lead(figure_id) over years as figure_after,
        lead(value) over years as value_after,
        lead(year) over years as year_after,
        lead(indicator_text) over years as name_after,
        lead(scope_text) over years as scope_after,
        lead(value_text) over years as text_after,
        lead(quote) over years as quote_after
    from series
    window years as (partition by region_code, indicator_id, unit order by year)
),

judged as (
    select
        *,
        case
            when year_before is null or year - year_before > 10 then null
            when value / value_before between lowest and highest * power(highest_mean, year - year_before - 1) then true
            when value / value_before not between 0.25 and 4
                or not differs_in_scope(indicator_text, scope_text, name_before, scope_before) then false
        end as fits_before,
        case
            when year_after is null or year_after - year > 10 then null
            when value_after / value between lowest and highest * power(highest_mean, year_after - year - 1) then true
            when value_after / value not between 0.25 and 4
                or not differs_in_scope(indicator_text, scope_text, name_after, scope_after) then false
        end as fits_after
    from beside
),

compared as (
    select
        *,
        lag(fits_before) over years as one_before_fits,
        lead(fits_after) over years as one_after_fits
    from judged
    window years as (partition by region_code, indicator_id, unit order by year)
)

select
    document_id,
    figure_id,
    list_filter([figure_id, figure_before, figure_after], one -> one is not null) as figure_ids,
    char_start,
    char_end,
    quote,
    case
        when fits_before or fits_after then case when fits_before is distinct from not fits_after then true end
        -- the neighbour fits none of its own either: it is the neighbour that is told
        when fits_after is null and one_before_fits = false or fits_before is null and one_after_fits = false then null
        -- of two alone the later is told
        when fits_before is null and one_after_fits is null then null
        else false
    end as holds,
    format(
        '{} {} of {} is out of line{} with {}',
        indicator_text, value_text, year,
        -- where it has a neighbour on both sides, what would lie between them
        coalesce(format(
            ', where some {:.3g} {} would lie',
            value_before * power(value_after / value_before, (year - year_before) / (year_after - year_before)), unit
        ), ''),
        concat_ws(
            ' and ',
            format('{} of {}: 「{}」', text_before, year_before, left(quote_before, 80)),
            format('{} of {}: 「{}」', text_after, year_after, left(quote_after, 80))
        )
    ) as words
from compared
where fits_before is not null or fits_after is not null
