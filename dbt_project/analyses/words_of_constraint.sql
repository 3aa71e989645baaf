-- Which words headline targets are set with, how often, and how a published study classes them.
select
    word,
    name_en,
    place,
    bound,
    yu_liu_gong_2019,
    headline_targets
from marts.constraint_words
where headline_targets > 0
order by headline_targets desc, word asc
