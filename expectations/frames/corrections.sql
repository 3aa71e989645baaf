-- A row a declared correction of a document that is in the warehouse.
select
    corrections.*,
    corrections.found as quote,
    case when still_fits and needs_figures then figures > 0 end as finds_its_figure,
    case when still_fits then correction_id end as applied
from checked.corrections
