-- A row an amount of a core indicator, beside the same indicator's other figures of the region and of its peers
-- (regions of the same level, ten years around), as powers of ten.
with amounts as (
    select
        figures.document_id,
        figures.figure_id,
        figures.char_start,
        figures.char_end,
        figures.value_text,
        figures.indicator_text,
        figures.indicator_id,
        figures.region_code,
        figures.unit,
        log10(figures.value::double) as magnitude,
        level_of(figures.region_code) as level,
        year(figures.period_end) // 10 as decade
    from figures_as_meant as figures
    inner join indicator_dimensions using (indicator_id)
    where figures.measure = 'level' and figures.status <> 'reference' and figures.value > 0
        and figures.entity_text is null and figures.region_code is not null and figures.unit = indicator_dimensions.canonical_unit
        and is_unit_of_size(figures.unit)
),

beside as (
    select
        *,
        median(magnitude) over (partition by indicator_id, region_code) as own_magnitude,
        count(*) over (partition by indicator_id, region_code) as own_figures,
        median(magnitude) over (partition by indicator_id, level, decade) as peer_magnitude,
        quantile_cont(magnitude, 0.05) over (partition by indicator_id, level, decade) as peer_low,
        quantile_cont(magnitude, 0.95) over (partition by indicator_id, level, decade) as peer_high,
        count(*) over (partition by indicator_id, level, decade) as peer_figures
    from amounts
)

select
    *,
    indicator_id as cause,
    case when own_figures >= 4 then abs(magnitude - own_magnitude) end as away_from_own,
    case when peer_figures >= 20 then abs(magnitude - peer_magnitude) end as away_from_peers,
    -- by ten thousand (万 for 亿, 元 for 万元) or a hundred million, against both
    case when own_figures >= 4 or peer_figures >= 20 then not (
        (own_figures < 4 or abs(abs(magnitude - own_magnitude) - 4) < 0.7 or abs(abs(magnitude - own_magnitude) - 8) < 0.7)
        and (peer_figures < 20 or abs(abs(magnitude - peer_magnitude) - 4) < 0.9 or abs(abs(magnitude - peer_magnitude) - 8) < 0.9)
        and (peer_figures < 20 or magnitude < peer_low - 1.5 or magnitude > peer_high + 1.5)
    ) end as scale_is_right
from beside
