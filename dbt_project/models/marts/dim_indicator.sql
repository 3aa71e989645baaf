with synonyms as (
    select
        indicator_id,
        string_agg(name, ';' order by length(name), name) as synonyms
    from {{ ref('indicator_names') }}
    group by indicator_id
)

select
    indicators.indicator_id,
    indicators.name_zh,
    indicators.name_en,
    indicators.canonical_unit,
    indicators.core = 1 as is_core,
    indicators.target_side,
    indicators.panel_measure,
    synonyms.synonyms
from {{ ref('indicators') }} as indicators
left join synonyms on indicators.indicator_id = synonyms.indicator_id
