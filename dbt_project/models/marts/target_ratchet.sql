with targets as (
    select
        panel.*,
        regions.level,
        regions.parent_code
    from {{ ref('target_panel_long') }} as panel
    inner join {{ ref('dim_region') }} as regions on panel.region_key = regions.region_key
    where panel.form = 'number'
),

-- What was achieved the year before, as the region's own report says; another only where that is silent.
past as (
    select
        targets.document_id,
        targets.indicator_id,
        reports.reported_value as last_achievement,
        reports.figure_id as last_achievement_figure_id
    from targets
    inner join {{ ref('int_reported_values') }} as reports
        on
            targets.series_key = reports.series_key
            and targets.indicator_id = reports.indicator_id
            and targets.measure = reports.measure
            and targets.unit is not distinct from reports.unit
            and targets.plan_year - 1 = reports.year
    left join {{ ref('int_headline_numbers') }} as stated
        on targets.document_id = stated.document_id and targets.indicator_id = stated.indicator_id
    qualify
        row_number() over (
            partition by targets.document_id, targets.indicator_id
            order by
                targets.document_id != reports.document_id,
                reports.plan_year,
                reports.document_id,
                -- Of its values, the one that it calls local (地方) or not as the target does.
                {{ is_called_alike('stated.is_called_local', 'reports') }} desc,
                reports.value_rank
        ) = 1
),

-- Peers are the other divisions of the same level under the same parent with a number of the same measure.
beside_peers as (
    select
        *,
        count(*) over peers - 1 as peer_count,
        sum(value) over peers - value as peer_sum,
        rank() over (peers order by value desc) as peer_rank
    from targets
    window peers as (partition by plan_year, parent_code, level, indicator_id, measure, unit)
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
    own.parent_code,
    parents.region_name as parent_name,
    parents.value as parent_value,
    parents.bound as parent_bound,
    -- An amount of the part less that of the whole would say nothing.
    case
        when own.measure not in ('level', 'change_amount')
            then cast(own.value - parents.value as decimal(28, 8))
    end as amplification,
    case
        when own.measure in ('growth_rate', 'share') and parents.value > 0
            then cast(round(own.value / parents.value, 8) as decimal(18, 8))
    end as amplification_ratio,
    cast(own.peer_count as integer) as peer_count,
    case
        when own.peer_count > 0 then cast(round(own.peer_sum / own.peer_count, 8) as decimal(28, 8))
    end as peer_mean,
    case
        when own.peer_count > 0
            then cast(round(own.value - own.peer_sum / own.peer_count, 8) as decimal(28, 8))
    end as above_peers,
    cast(own.peer_rank as integer) as peer_rank,
    cast(past.last_achievement as decimal(28, 8)) as last_achievement,
    cast(own.value - past.last_achievement as decimal(28, 8)) as pressure,
    own.document_id,
    own.figure_id,
    own.char_start,
    own.char_end,
    own.quote,
    parents.document_id as parent_document_id,
    parents.figure_id as parent_figure_id,
    parents.quote as parent_quote,
    past.last_achievement_figure_id,
    actuals.quote as last_achievement_quote
from beside_peers as own
left join targets as parents
    on
        own.parent_code = parents.region_code
        and own.plan_year = parents.plan_year
        and own.indicator_id = parents.indicator_id
        and own.measure = parents.measure
        and own.unit is not distinct from parents.unit
left join past on own.document_id = past.document_id and own.indicator_id = past.indicator_id
left join {{ ref('fact_achievements') }} as actuals on past.last_achievement_figure_id = actuals.figure_id
