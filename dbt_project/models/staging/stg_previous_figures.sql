-- The figures of the file published before.
select previous.*
from {{ source('vintage', 'previous_figures') }} as previous
