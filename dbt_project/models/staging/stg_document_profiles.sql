select profiles.*
from {{ source('extracted', 'document_profiles') }} as profiles
-- A document that an older version of the reader read too counts once.
qualify row_number() over (partition by profiles.document_id order by profiles.extracted_at desc) = 1
