select
    document_id,
    char_start,
    char_end,
    numeral_text,
    figure_id,
    -- Neither a figure nor a reason: said in the open, and counted.
    case when figure_id is null then coalesce(reason, 'unexplained') end as reason
from {{ ref('stg_numerals') }}
