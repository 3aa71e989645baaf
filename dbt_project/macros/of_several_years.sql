{#- Whether the words before a figure make it a mean of years (年均增长), or one value over several of them
    (五年累计, 5年平均, 历年, “十四五”期间). A yearly mean concentration (PM2.5年均浓度) is a value of one year, as
    is what 连续五年 holds for each, or a comparison with 五年前; 二〇一五年, 第五年 and PM2.5年均 only look like
    a span. -#}
{% macro yearly_mean(clause) -%}
    contains(regexp_replace({{ clause }}, '年均(?:质量)?(?:浓度|值)', '', 'g'), '年均')
{%- endmacro %}

{#- 累计 alone is a total of the year where the clause says 全年 or the period is told in months. -#}
{% macro over_several_years(clause, period_text) -%}
    (
        regexp_matches(
            {{ clause }},
            '历年|期间|(?:^|[^0-9.．〇○零一二三四五六七八九十第个续])(?:(?:五|5)年(?:[^前规计]|$)'
            || '|(?:[0-9]{1,2}|[二两三四五六七八九十几]{1,2})年平均)'
        )
        or (
            contains({{ clause }}, '累计')
            and not contains({{ clause }}, '全年')
            and not contains(coalesce({{ period_text }}, ''), '月')
        )
    )
{%- endmacro %}
