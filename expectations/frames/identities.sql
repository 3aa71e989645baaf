-- A row a place where an identity can be asked, with a column for each identity. Two indicators of a document that do not
-- hold are two causes.
select
    identities.document_id,
    identities.figure_id,
    identities.char_start,
    identities.char_end,
    identities.quote,
    identities.message,
    figures.indicator_id as cause,
    case when identity = 'change_and_ends' then holds end as change_and_ends,
    case when identity = 'growth_between_years' then holds end as growth_between_years,
    case when identity = 'level_out_of_line' then holds end as level_out_of_line,
    case when identity = 'earlier_level' then holds end as earlier_level,
    case when identity = 'revised_level' then holds end as revised_level,
    case when identity = 'copies' then holds end as copies,
    case when identity = 'communique' then holds end as communique,
    case when identity = 'part_within_whole' then holds end as part_within_whole,
    case when identity = 'child_within_parent' then holds end as child_within_parent,
    case when identity = 'children_and_parent' then holds end as children_and_parent,
    case when identity = 'ratio_of_three' then holds end as ratio_of_three,
    case when identity = 'ratio_and_amounts' then holds end as ratio_and_amounts,
    case when identity = 'income_between' then holds end as income_between,
    case when identity = 'level_in_series' then holds end as level_in_series,
    case when identity = 'target_and_achievement' then holds end as target_and_achievement,
    case when identity = 'usual_ratio' then holds end as usual_ratio,
    case when identity = 'target_completed' then holds end as target_completed,
    case when identity = 'target_missed_by' then holds end as target_missed_by,
    case when identity = 'target_told' then holds end as target_told,
    case when identity = 'gap_to_region' then holds end as gap_to_region,
    case when identity = 'parts_add_up' then holds end as parts_add_up,
    case when identity = 'bounds_meet' then holds end as bounds_meet
from checked.identities as identities
left join figures_as_meant as figures on identities.document_id = figures.document_id and identities.figure_id = figures.figure_id
