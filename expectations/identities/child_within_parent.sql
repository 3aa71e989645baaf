-- A division's amount is below that of the division it is part of, where both have reported on the year.
with children as (
    select
        *,
        -- each once: those above a division are a prefecture, a province and the nation
        unnest(list_distinct([left(region_code, 4) || '00', left(region_code, 2) || '0000', '000000'])) as parent_code
    from stated_once
    where measure = 'level' and status = 'actual'
)

select
    child.document_id,
    child.figure_id,
    [child.figure_id, parent.figure_id] as figure_ids,
    child.char_start,
    child.char_end,
    child.quote,
    child.value < parent.value as holds,
    format(
        '{} {} of {} is not below {} of {}, which it is part of: 「{}」',
        child.indicator_text, child.value_text, child.region_code, parent.value_text, parent.region_code,
        left(parent.quote, 120)
    ) as words
from children as child
inner join stated_once as parent
    on child.parent_code = parent.region_code and child.indicator_id = parent.indicator_id and child.year = parent.year
        and child.unit = parent.unit and child.measure = parent.measure and child.status = parent.status
where
    child.plan_year = child.year + 1
    and parent.plan_year = parent.year + 1
    and child.region_code <> parent.region_code
    and child.indicator_id in (
        'gdp', 'primary_industry_value_added', 'secondary_industry_value_added', 'tertiary_industry_value_added',
        'industrial_value_added', 'fixed_asset_investment', 'retail_sales', 'trade_total', 'exports', 'fdi_utilized',
        'fiscal_revenue', 'total_fiscal_revenue', 'fiscal_expenditure', 'deposits', 'loans', 'new_urban_jobs',
        'grain_output', 'grain_area', 'resident_population', 'tourist_visits', 'tourism_revenue', 'port_throughput'
    )
