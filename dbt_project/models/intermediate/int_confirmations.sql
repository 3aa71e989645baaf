-- The identities that confirm a figure: another sentence, another year or another document agrees with it.
with confirmed as (
    select
        identity,
        unnest(figure_ids) as figure_id
    from {{ ref('stg_identities') }}
    where confirms
)

select
    figure_id,
    cast(count(*) as integer) as confirmed_by,
    string_agg(distinct identity, ' ' order by identity) as confirmed_by_identities
from confirmed
group by figure_id
