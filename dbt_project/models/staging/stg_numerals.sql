-- Every Arabic numeral of the documents in force.
select numerals.*
from {{ source('extracted', 'numerals') }} as numerals
where numerals.document_id in (select documents.document_id from {{ ref('stg_documents') }} as documents)
