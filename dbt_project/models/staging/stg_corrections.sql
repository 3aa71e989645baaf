-- A figure as a declared correction of a fault of the source text has it.
select corrected.*
from {{ source('checked', 'corrected_figures') }} as corrected
