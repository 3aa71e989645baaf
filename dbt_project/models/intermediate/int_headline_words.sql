-- The words of a headline target that is relative or has no numeral: 与经济增长同步, 高于全省平均水平1个百分点.
-- Beside a number for the same indicator words count only where they say something about it: 增长9%,
-- 与经济增长同步; but not 物价总水平基本稳定.
with phrases as (
    select
        document_id,
        indicator_id,
        char_start,
        target_text as phrase,
        benchmark_text,
        benchmark_text is not null as is_relative,
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
        true as is_relative,
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
    phrases.document_id,
    phrases.indicator_id,
    string_agg(distinct phrases.phrase, '；' order by phrases.phrase) as target_text,
    string_agg(distinct phrases.benchmark_text, '；' order by phrases.benchmark_text) as benchmark_text,
    arg_min(phrases.target_id, phrases.char_start) as target_id
from phrases
left join
    {{ ref('int_headline_numbers') }} as numbers
    on phrases.document_id = numbers.document_id and phrases.indicator_id = numbers.indicator_id
where phrases.is_relative or numbers.figure_id is null
group by phrases.document_id, phrases.indicator_id
