-- A published file in small: the tables and columns that the exports and the terminal know by name, and faults
-- that a report may bring along (formulas, markup, a very long sentence).
create schema raw; create schema marts; create schema quality;

create table raw.documents as
select 'd1' as document_id, '焦作.txt' as file_name, '2024年全市生产总值增长5.5%左右。' as text, 'utf-8' as encoding,
    'https://example.org/jiaozuo' as source_url, '焦作日报' as publisher, date '2024-01-05' as published_on,
    date '2026-11-22' as accessed_on, 'quotation' as licence
union all by name
select 'd2' as document_id, '新乡.txt' as file_name, '税收增长4%' as text, 'gb18030' as encoding;

create table marts.dim_document as
select 'd1' as document_id, '焦作.txt' as file_name, '410800' as region_code, '410800-1990' as region_key,
    2024 as plan_year, 2023 as review_year
union all by name
select 'd2' as document_id, '新乡.txt' as file_name, '410700' as region_code, '410700-1983' as region_key,
    2024 as plan_year, 2023 as review_year;

create table marts.dim_region (
    region_key varchar, region_code varchar, name varchar, short_name varchar, aliases varchar, level varchar,
    province_name varchar, prefecture_name varchar, valid_from date, valid_to date, is_current boolean
);
insert into marts.dim_region values
    ('410400-1983', '410400', '平顶山市', '平顶山', '鹰城', 'prefecture', '河南省', '平顶山市', '1983-01-01', null, true),
    ('410700-1983', '410700', '新乡市', '新乡', null, 'prefecture', '河南省', '新乡市', '1983-01-01', null, true),
    ('410721-1983', '410721', '新乡县', '新乡', null, 'county', '河南省', '新乡市', '1983-01-01', null, true),
    ('410800-1990', '410800', '焦作市', '焦作', null, 'prefecture', '河南省', '焦作市', '1990-01-01', null, true),
    ('320106-1983', '320106', '鼓楼区', '鼓楼', null, 'county', '江苏省', '南京市', '1983-01-01', null, true),
    ('320302-1983', '320302', '鼓楼区', '鼓楼', null, 'county', '江苏省', '徐州市', '1983-01-01', null, true),
    ('350102-1996', '350102', '鼓楼区', '鼓楼', null, 'county', '福建省', '福州市', '1996-01-01', '2030-12-31', false);

create table marts.dim_indicator as
select 'gdp' as indicator_id, '地区生产总值' as name_zh, 'Gross regional product' as name_en, '元' as canonical_unit,
    true as is_core, 'GDP;国内生产总值;经济增长' as synonyms
union all select 'tax_revenue', '税收收入', 'Tax revenue', '元', true, '各项税收;税收';

create table marts.fact_figures as
select
    'f' || number as figure_id, 'd1' as document_id, 9 + number as char_start, 12 + number as char_end,
    '5.5%' as value_text, 5.5::decimal(28, 8) as number, null::decimal(28, 8) as number_high, '%' as unit_text,
    5.5::decimal(28, 8) as value, null::decimal(28, 8) as value_high, '%' as unit, 'about' as bound,
    '左右' as bound_text, 'growth_rate' as measure, 'up' as direction, '生产总值' as indicator_text,
    'gdp' as indicator_id, if(number % 2 = 0, 'target', 'actual') as status, number = 0 as is_headline,
    date '2024-01-01' as period_start, date '2024-12-31' as period_end, '2024年' as period_text,
    '410800' as region_code, '410800-1990' as region_key, null::varchar as region_text, null::varchar as entity_text,
    2024 as plan_year, '2024年全市生产总值增长5.5%左右。' as quote, '一、目标' as section, '预期' as commitment,
    'plain' as rule, null::varchar as correction_id
from range(6) as numbers (number);
update marts.fact_figures set indicator_text = '=HYPERLINK("http://evil.example";"税")', quote = '@SUM(1+1)*cmd|'' /C calc''!A0'
where figure_id = 'f2';
update marts.fact_figures set value = 334760000000, unit = '元', measure = 'level', quote = repeat('长', 40000)
where figure_id = 'f3';
update marts.fact_figures set quote = '<b>&"quoted"' || chr(1) || chr(11) || '句', entity_text = '-中国尼龙城' where figure_id = 'f4';

create table marts.fact_targets as
select figure_id as target_id, true as is_quantified, null::varchar as target_text, null::varchar as benchmark_text, *
from marts.fact_figures where status = 'target'
union all by name
select 'q1' as target_id, false as is_quantified, '税收平稳增长' as target_text, '全省平均' as benchmark_text,
    'd2' as document_id, 0 as char_start, 6 as char_end, 'tax_revenue' as indicator_id, 'target' as status,
    true as is_headline, '410700' as region_code, '410700-1983' as region_key, 2024 as plan_year, '税收平稳增长' as quote;
create table marts.fact_achievements as select * from marts.fact_figures where status = 'actual';

create table marts.target_panel (
    region_code varchar, plan_year integer, region_key varchar, region_name varchar, document_id varchar,
    gdp decimal(28, 8), gdp_low decimal(28, 8), gdp_bound varchar, gdp_text varchar, gdp_years_unchanged integer,
    tax_revenue decimal(28, 8), tax_revenue_low decimal(28, 8), tax_revenue_bound varchar, tax_revenue_text varchar,
    science_and_technology_expenditure_years_unchanged integer
);
insert into marts.target_panel values
    ('410800', 2024, '410800-1990', '焦作市', 'd1', 5.5, 5.5, 'about', null, 2, null, null, null, null, null),
    ('410700', 2024, '410700-1983', '新乡市', 'd2', null, null, null, null, null, null, null, null, '税收平稳增长', 1);

create table marts.target_attainment as
select '410800' as region_code, 2024 as plan_year, 'gdp' as indicator_id, 'd1' as actual_document_id,
    '410800-1990' as region_key, '焦作市' as region_name, 5.5::decimal(28, 8) as target_value,
    5.2::decimal(28, 8) as actual_value, false as is_reached, 'd1' as target_document_id, 'f0' as target_figure_id,
    '目标句。' as target_quote, 'f1' as actual_figure_id, '实绩句。' as actual_quote;

create table marts.publications as
select '2026.11.22' as version, 'abc' as content_hash, timestamptz '2026-11-22 06:00:00+00' as published_at,
    2 as documents, 6 as figures;

create table quality.findings as
select 'extracted' as layer, 'missing_list' as check_name, 'warning' as severity, 'd1' as document_id, '无' as message;

comment on table marts.target_panel is 'One row for each region and plan year (目标面板). Headline targets as economists use them. Key (主键): region_code, plan_year.';
comment on column marts.target_panel.region_code is 'Six digits of GB/T 2260 (地区代码).';
comment on column marts.target_panel.gdp is 'Target of real growth, in % (地区生产总值增速目标). The number to use.';
comment on table marts.fact_targets is 'Every target (目标): figures intended, and qualitative targets.';
comment on column marts.fact_targets.quote is 'The sentence it stands in (原文句子).';
comment on table marts.fact_figures is 'Every figure that passed the checks.';
create table marts.target_panel_long as
select '410800' as region_code, 2024 as plan_year, 'gdp' as indicator_id, 'f0' as target_id, 'number' as form
union all select '410700', 2024, 'tax_revenue', 'q1', 'words';
