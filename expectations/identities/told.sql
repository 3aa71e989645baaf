-- Figures of the region that a document is about, with what an identity needs of them: the year, half a unit of the last
-- digit given (in the canonical unit), the document's years and kind. What is asked of rules is asked here: where figures are
-- stored, that of many figures is there once.
select
    figures.document_id,
    figures.figure_id,
    figures.char_start,
    figures.char_end,
    figures.quote,
    figures.value_text,
    figures.indicator_id,
    figures.indicator_text,
    figures.measure,
    figures.direction,
    figures.status,
    figures.bound,
    figures.unit,
    figures.value::double as value,
    case when figures.direction = 'down' then -figures.value::double else figures.value::double end as signed_value,
    figures.is_headline,
    figures.is_stretch,
    figures.is_year_on_year,
    figures.year_scope,
    figures.period_start,
    figures.period_end,
    split_part(figures.rule, ' ', 1) = 'ratio' as is_of_ratio,
    split_part(figures.rule, ' ', 2) = 'of_target' as is_of_target,
    split_part(figures.rule, ' ', 2) = 'points_from_target' as is_points_from_target,
    split_part(figures.rule, ' ', 4) = 'state_before' as is_state_before,
    case when figures.quote is not null then hash(figures.quote) end as sentence,
    figures.price_basis,
    figures.scope_text,
    -- 同口径, 可比口径, 剔除留抵退税因素: growth that is told so is no identity with the levels beside it
    coalesce(is_told_like_for_like(figures.scope_text), false) as is_like_for_like,
    -- 地方: of local revenue, where the indicator is also told of all
    coalesce(is_told_of_local(figures.scope_text), false) as is_local,
    year(figures.period_end) as year,
    figures.year_scope is null
    and figures.period_start = make_date(year(figures.period_end), 1, 1)
    and figures.period_end = make_date(year(figures.period_end), 12, 31) as is_of_a_year,
    0.5
    * power(10, -length(regexp_extract(figures.value_text, '[.．](\d+)', 1)))
    * case when figures.number = 0 then 1 else abs(figures.value::double / figures.number::double) end as half,
    profiles.region_code,
    profiles.plan_year,
    profiles.kind
from figures_compared as figures
inner join extracted.document_profiles as profiles using (document_id)
where
    figures.region_code = profiles.region_code
    and figures.entity_text is null
    and figures.value_high is null
    and figures.bound = 'exact'
