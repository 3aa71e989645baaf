-- A row a place where an identity can be asked, with a column for each identity.
select
    document_id,
    figure_id,
    char_start,
    char_end,
    quote,
    message,
    case when identity = 'change_and_ends' then holds end as change_and_ends,
    case when identity = 'growth_between_years' then holds end as growth_between_years,
    case when identity = 'level_out_of_line' then holds end as level_out_of_line,
    case when identity = 'earlier_level' then holds end as earlier_level,
    case when identity = 'copies' then holds end as copies,
    case when identity = 'communique' then holds end as communique,
    case when identity = 'part_within_whole' then holds end as part_within_whole,
    case when identity = 'child_within_parent' then holds end as child_within_parent,
    case when identity = 'children_and_parent' then holds end as children_and_parent,
    case when identity = 'ratio_of_three' then holds end as ratio_of_three,
    case when identity = 'ratio_and_amounts' then holds end as ratio_and_amounts,
    case when identity = 'income_between' then holds end as income_between,
    case when identity = 'bounds_meet' then holds end as bounds_meet
from checked.identities
