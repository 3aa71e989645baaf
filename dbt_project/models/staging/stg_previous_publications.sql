-- The publications that the file published before knows of.
select previous.*
from {{ source('vintage', 'publications') }} as previous
