-- A panel's targets with the words of their definition and the side on which one is tighter: a bound says
-- it, or else the indicator (a ceiling's tighter side is down).
with targets as (
    select
        panel.region_code,
        panel.plan_year,
        panel.indicator_id,
        panel.region_key,
        panel.region_name,
        panel.series_key,
        panel.measure,
        panel.unit,
        panel.value,
        panel.bound,
        panel.document_id,
        panel.target_id,
        panel.figure_id,
        panel.char_start,
        panel.char_end,
        panel.quote,
        regions.level,
        regions.parent_code,
        own.price_basis,
        own.threshold_text,
        own.scope_text,
        own.is_called_local,
        own.benchmark_code,
        -- How far above (or, with a minus sign, below) the benchmark a relative target lies.
        case own.direction when 'down' then -own.value else own.value end as gap_to_benchmark,
        {{ comparable_unit('panel.unit', 'panel.measure') }} as compared_unit,
        case
            when panel.bound = 'at_most' then 'down'
            when panel.bound = 'at_least' then 'up'
            when indicators.target_side = 'floor' then 'up'
            when indicators.target_side = 'ceiling' then 'down'
        end as tighter_side,
        -- Growth and shares can be compared, and levels that do not grow with the size of a region.
        panel.measure in ('growth_rate', 'share', 'change_points')
        or (panel.measure = 'level' and sizeless.indicator_id is not null) as is_comparable
    from {{ ref('target_panel_long') }} as panel
    inner join {{ ref('dim_region') }} as regions on panel.region_key = regions.region_key
    inner join {{ ref('dim_indicator') }} as indicators on panel.indicator_id = indicators.indicator_id
    left join {{ ref('int_figures') }} as own on panel.target_id = own.figure_id
    left join {{ ref('comparable_levels') }} as sizeless on panel.indicator_id = sizeless.indicator_id
    where panel.form = 'number' or (own.measure = 'gap' and own.benchmark_code is not null)
),

numbered as (
    select *
    from targets
    where value is not null
),

-- The rows to be made; the others are what they are compared with.
own_targets as (
    select *
    from targets
    where {{ is_to_be_made('region_code') }}
),

-- What was achieved the year before, as the region's own report says; another only where that is silent.
past as (
    select
        targets.document_id,
        targets.indicator_id,
        targets.measure,
        reports.reported_value as last_achievement,
        reports.figure_id as last_achievement_figure_id
    from own_targets as targets
    inner join {{ ref('int_reported_values') }} as reports
        on
            targets.series_key = reports.series_key
            and targets.indicator_id = reports.indicator_id
            and targets.measure = reports.measure
            and targets.compared_unit is not distinct from reports.unit
            and targets.plan_year - 1 = reports.year
    where targets.value is not null and {{ is_like_defined('targets', 'reports') }}
    qualify
        row_number() over (
            partition by targets.document_id, targets.indicator_id, targets.measure
            order by
                targets.document_id != reports.document_id,
                reports.plan_year,
                reports.document_id,
                -- Of its values, the one that it calls local (地方) or not as the target does.
                {{ is_called_alike('targets.is_called_local', 'reports') }} desc,
                {{ definition_likeness('targets', 'reports') }} desc,
                reports.value_rank
        ) = 1
),

-- Peers are the other divisions of the same level under the same parent with a number of the same measure,
-- unit and definition.
peers as (
    select
        own.document_id,
        own.indicator_id,
        own.measure,
        count(*) as peer_count,
        avg(others.value) as peer_mean,
        count(*) filter (
            where if(own.tighter_side = 'down', own.value > others.value, own.value < others.value)
        ) as tighter_peers
    from own_targets as own
    inner join numbered as others
        on
            own.plan_year = others.plan_year
            and own.parent_code = others.parent_code
            and own.level = others.level
            and own.indicator_id = others.indicator_id
            and own.measure = others.measure
            and own.compared_unit is not distinct from others.compared_unit
            and own.region_code != others.region_code
    where own.value is not null and own.is_comparable and {{ is_like_defined('own', 'others') }}
    group by all
),

above as (
    select
        own.document_id,
        own.indicator_id,
        own.measure,
        parents.region_name as parent_name,
        parents.value as parent_value,
        parents.bound as parent_bound,
        parents.document_id as parent_document_id,
        parents.figure_id as parent_figure_id,
        parents.quote as parent_quote
    from own_targets as own
    inner join numbered as parents
        on
            own.parent_code = parents.region_code
            and own.plan_year = parents.plan_year
            and own.indicator_id = parents.indicator_id
            and own.measure = parents.measure
            and own.compared_unit is not distinct from parents.compared_unit
    where own.value is not null and own.is_comparable and {{ is_like_defined('own', 'parents') }}
),

-- What a relative target (高于全省0.5个百分点) comes to, where its benchmark's number for the year is known.
resolved as (
    select
        own.target_id,
        own.indicator_id,
        benchmarks.value + own.gap_to_benchmark as resolved_value,
        benchmarks.figure_id as benchmark_figure_id
    from own_targets as own
    inner join numbered as benchmarks
        on
            own.benchmark_code = benchmarks.region_code
            and own.plan_year = benchmarks.plan_year
            and own.indicator_id = benchmarks.indicator_id
            and benchmarks.measure in ('growth_rate', 'share')
    inner join {{ ref('indicators') }} as indicators on own.indicator_id = indicators.indicator_id
    where own.value is null
    qualify
        row_number() over (
            partition by own.target_id, own.indicator_id
            order by {{ measure_order('benchmarks.measure', 'indicators.panel_measure') }}
        ) = 1
)

select
    own.region_code,
    own.plan_year,
    own.indicator_id,
    own.region_key,
    own.region_name,
    own.level,
    own.measure,
    own.unit,
    own.value as target_value,
    own.bound as target_bound,
    own.tighter_side,
    own.parent_code,
    above.parent_name,
    above.parent_value,
    above.parent_bound,
    cast(own.value - above.parent_value as decimal(28, 8)) as amplification,
    case
        when own.measure in ('growth_rate', 'share') and above.parent_value > 0
            then cast(round(own.value / above.parent_value, 8) as decimal(18, 8))
    end as amplification_ratio,
    cast(
        case own.tighter_side
            when 'up' then own.value - above.parent_value
            when 'down' then above.parent_value - own.value
        end as decimal(28, 8)
    ) as tightening,
    case when own.is_comparable then cast(coalesce(peers.peer_count, 0) as integer) end as peer_count,
    cast(round(peers.peer_mean, 8) as decimal(28, 8)) as peer_mean,
    cast(round(own.value - peers.peer_mean, 8) as decimal(28, 8)) as above_peers,
    case when own.is_comparable then cast(coalesce(peers.tighter_peers, 0) + 1 as integer) end as peer_rank,
    cast(past.last_achievement as decimal(28, 8)) as last_achievement,
    cast(own.value - past.last_achievement as decimal(28, 8)) as pressure,
    own.benchmark_code,
    case when own.value is null then own.gap_to_benchmark end as gap_to_benchmark,
    cast(resolved.resolved_value as decimal(28, 8)) as resolved_value,
    resolved.benchmark_figure_id,
    own.document_id,
    own.target_id,
    own.figure_id,
    own.char_start,
    own.char_end,
    own.quote,
    above.parent_document_id,
    above.parent_figure_id,
    above.parent_quote,
    past.last_achievement_figure_id,
    actuals.quote as last_achievement_quote
from own_targets as own
left join above
    on
        own.document_id = above.document_id
        and own.indicator_id = above.indicator_id
        and own.measure = above.measure
left join peers
    on
        own.document_id = peers.document_id
        and own.indicator_id = peers.indicator_id
        and own.measure = peers.measure
left join past
    on
        own.document_id = past.document_id
        and own.indicator_id = past.indicator_id
        and own.measure = past.measure
left join resolved on own.target_id = resolved.target_id and own.indicator_id = resolved.indicator_id
left join {{ ref('fact_achievements') }} as actuals on past.last_achievement_figure_id = actuals.figure_id
