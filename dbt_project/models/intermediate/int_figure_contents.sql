-- What each figure says, now and in the file published before, in a form that can be compared.
select
    false as is_previous,
    figure_id,
    document_id,
    indicator_id,
    quote,
    {{ figure_content() }} as content -- noqa: LT02, LT05
from {{ ref('fact_figures') }}
union all
select
    true as is_previous,
    figure_id,
    document_id,
    indicator_id,
    quote,
    {{ figure_content() }} as content -- noqa: LT02, LT05
from {{ source('vintage', 'previous_figures') }}
