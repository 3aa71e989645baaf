select *
from {{ ref('fact_figures') }}
where status = 'actual'
