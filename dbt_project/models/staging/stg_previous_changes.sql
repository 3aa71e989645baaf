-- The changes between versions that the file published before knows of.
select previous.*
from {{ source('vintage', 'previous_changes') }} as previous
