-- The words of a headline target that is relative or has no numeral: 与经济增长同步, 高于全省平均水平1个百分点.
with phrases as (
    select
        document_id,
        indicator_id,
        char_start,
        target_text as phrase,
        benchmark_text,
        target_id
    from {{ ref('stg_qualitative_targets') }}
    where indicator_id is not null
    union all
    -- A distance or a place is told by its clause.
    select
        document_id,
        indicator_id,
        char_start,
        target_text as phrase,
        null as benchmark_text,
        figure_id as target_id
    from {{ ref('int_figures') }}
    where
        failed_checks is null
        and status = 'target'
        and is_headline
        and is_of_document_region
        and indicator_id is not null
        and measure in ('gap', 'rank', 'other')
)

select
    document_id,
    indicator_id,
    string_agg(distinct phrase, '；' order by phrase) as target_text,
    string_agg(distinct benchmark_text, '；' order by benchmark_text) as benchmark_text,
    arg_min(target_id, char_start) as target_id
from phrases
group by document_id, indicator_id
