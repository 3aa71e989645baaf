{#- Whether the words before a figure make it a mean of years (年均增长), or one value over several of them. A
    yearly mean concentration (PM2.5年均浓度) is a value of one year. -#}
{% macro yearly_mean(clause) -%}
    contains(regexp_replace({{ clause }}, '年均(?:质量)?(?:浓度|值)', '', 'g'), '年均')
{%- endmacro %}

{#- 五年新增, 5年平均, 历年, “十四五”期间. What 连续五年 holds for each year, a comparison with 五年前, 二〇一五年, 第五年
    and PM2.5年均 only look like a span. -#}
{% macro names_several_years(words) -%}
    regexp_matches(
        {{ words }},
        '历年|期间|(?:^|[^0-9.．〇○零一二三四五六七八九十第个续])(?:(?:五|5)年(?:[^前规计]|$)'
        || '|(?:[0-9]{1,2}|[二两三四五六七八九十几]{1,2})年平均)'
    )
{%- endmacro %}

{#- 累计 is a total of the year where the clause says 全年 or the period is told in months. Enterprises that it counts
    are those there are at the year's end: 新增726家,累计达到2048家. -#}
{% macro adds_up_years(clause, period_text) -%}
    (
        contains({{ clause }}, '累计')
        and not contains({{ clause }}, '全年')
        and not contains(coalesce({{ period_text }}, ''), '月')
        and not (measure = 'level' and coalesce(unit, '') in ('家', '户'))
    )
{%- endmacro %}

{#- Whether a figure is a limit (控制在4%以内). -#}
{% macro is_limit(clause) -%}
    (bound = 'at_most' or contains({{ clause }}, '控制在'))
{%- endmacro %}

{#- Whether the words of its time, or the headings where it has none, are of several years and of no single one. -#}
{% macro told_of_several_years(period_text, section) -%}
    case
        when {{ period_text }} is not null
            then
                regexp_matches(
                    {{ period_text }}, '[2-9两二三四五六七八几]年(?:来|间|里|中)?$|时期|期间|以来|本届|任期'
                )
        else
            regexp_matches(coalesce({{ section }}, ''), '[5五]年|时期|本届|届政府|任期|“十[一二三四]?五”')
            and not regexp_matches(coalesce({{ section }}, ''), '[0-9]{4}年|一年|全年|去年')
    end
{%- endmacro %}

{#- Whether a rate is an end of a movement (涨幅从7.7%降到3.6%), which may lie within the year; with words at its base
    (由上年的5%提高到7%) it does not. -#}
{% macro moves_without_a_base(clause) -%}
    regexp_matches({{ clause }}, '(?:从|由)\s*(?:[-0-9.．]+\s*[%％]\s*[^0-9]{0,6}[到至为]\s*)?$')
{%- endmacro %}
