-- Where the words before a figure are asked for: growth of what usual_rates.csv knows (`usual`), and shares above 100
-- (`percentages`).
select document_id, list(distinct char_start) as wanted
from figures_as_meant
where document_id in (select document_id from documents_to_check) and char_start >= 0 and (
    measure = 'share' and greatest(value, value_high, number, number_high) > 100
    or measure = 'growth_rate' and unit = '%' and entity_text is null and value is not null
    and indicator_id in (select indicator_id from usual_rates where measure = 'growth_rate')
)
group by document_id
