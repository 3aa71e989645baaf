-- The first figure of each indicator, year, measure and status of a document; what is of one year only.
select *
from told
where is_of_a_year and indicator_id is not null
qualify row_number() over (
    partition by document_id, indicator_id, year, measure, unit, status order by char_start
) = 1
