differs_in_scope(name, scope, other_name, other_scope) as
-- 全口径 and 地方, 规模以上工业 and 工业, 省外资金 and 国内资金: two numbers of one indicator that need not agree
coalesce(scope, '') <> coalesce(other_scope, '')
or coalesce(names_what_is_from_outside(name), false) <> coalesce(names_what_is_from_outside(other_name), false)
or coalesce(names_the_larger_ones(name), false) <> coalesce(names_the_larger_ones(other_name), false)
or coalesce(names_direct_investment(name), false) <> coalesce(names_direct_investment(other_name), false)
or coalesce(names_the_budget(name), false) <> coalesce(names_the_budget(other_name), false)
