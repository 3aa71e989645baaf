-- Core indicators that the lists of targets of a year leave out most often.
select
    indicator_id,
    sum(stated + stated_in_words) as stated,
    sum(none_stated) as left_out,
    sum(no_list_found) as no_list_found,
    sum(no_report) as no_report
from marts.coverage_by_year
where plan_year = 2024
group by indicator_id
order by left_out desc, indicator_id asc
limit 12
