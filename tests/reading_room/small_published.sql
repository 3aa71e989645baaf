-- A published file in small, with what the pages read of it: a province, a city with reports of two years running, a
-- county that became a district, a report that brings markup along, and one that nothing is known of.
create schema marts; create schema quality; create schema raw;

create table marts.publications as
select '2026.1.2' as version, 'abcdef0123456789' as content_hash, timestamptz '2026-01-02 03:04:05+00' as published_at,
    5::bigint as documents, 8::bigint as figures, 7::bigint as targets, 4::bigint as panel_rows;
create table marts.changes (version varchar, change varchar, document_id varchar);

create table marts.dim_region as
select * from (values
    ('000000@1981', '000000', '全国', '全国', null, 'national', null, null, date '1981-01-01', null::date, true, null),
    ('410000@1981', '410000', '河南省', '河南', '豫;中原', 'province', '000000', '河南省', date '1981-01-01', null, true, null),
    ('410400@1981', '410400', '平顶山市', '平顶山', '鹰城', 'prefecture', '410000', '河南省', date '1981-01-01', null, true, null),
    ('410800@1981', '410800', '焦作市', '焦作', null, 'prefecture', '410000', '河南省', date '1981-01-01', null, true, null),
    ('130000@1981', '130000', '河北省', '河北', '冀', 'province', '000000', '河北省', date '1981-01-01', null, true, null),
    ('130622@1986', '130622', '清苑县', '清苑', null, 'county', '130000', '河北省', date '1986-01-01', date '2014-12-31', false, '130608'),
    ('130608@2015', '130608', '清苑区', '清苑', null, 'county', '130000', '河北省', date '2015-01-01', null, true, null)
) as regions (
    region_key, region_code, name, short_name, aliases, level, parent_code, province_name, valid_from, valid_to,
    is_current, successor_codes
);

create table marts.dim_indicator as
select * from (values
    ('gdp', '地区生产总值', 'Gross regional product', '元', true, 'floor', 'growth_rate', 'GDP;国内生产总值'),
    ('new_urban_jobs', '城镇新增就业', 'New urban jobs', '人', true, 'floor', 'level', '新增城镇就业'),
    ('trade_total', '进出口总值', 'Total imports and exports', '元', true, 'floor', 'growth_rate', '进出口'),
    ('energy', '单位生产总值能耗', 'Energy per unit', '%', false, 'ceiling', 'growth_rate', '')
) as indicators (indicator_id, name_zh, name_en, canonical_unit, is_core, target_side, panel_measure, synonyms);

create table marts.dim_unit as
select '人' as unit_text, '人' as canonical_unit, 'person' as name_en union all select '元', '元', 'yuan'
union all select '个百分点', '个百分点', 'percentage point';
create table marts.constraint_words as
select '左右' as word, 'about' as name_en, 'bound' as place, 'about' as bound, null::varchar as yu_liu_gong_2019, 1 as headline_targets
union all select '确保', 'ensure', 'commitment', null, 'hard', 0;

create table raw.documents as
select
    sha256(text) as document_id, file_name, text
from (values
    ('henan_2024.txt', '河南省政府工作报告' || chr(10) || '2024年生产总值增长5.5%。'),
    ('pds_2024.txt', '平顶山市政府工作报告' || chr(10) || '2024年生产总值增长6.5%左右，新增就业6.9万人以上，进出口平稳增长，能耗下降3%以上。'),
    ('pds_2025.txt', '平顶山市政府工作报告' || chr(10) || '去年生产总值增长6.1%。今年增长6%—7%。'),
    ('qingyuan_2014.txt', '清苑县政府工作报告' || chr(10) || '<script>alert(1)</script><img src=x onerror=alert(2)>增长8%' || chr(8238) || '。'),
    ('unknown.txt', '没有地区的报告。')
) as files (file_name, text);

create table marts.dim_document as
select
    document_id, file_name, f.title, 'work_report' as kind, f.region_code, f.plan_year, f.plan_year - 1 as review_year,
    f.plan_year is not null as is_panel_source, length(text)::integer as characters, 2 as figures,
    2 as quantified_targets, 2 as headline_targets, 0 as qualitative_targets, 1 as achievements, 0 as rejected_figures,
    3 as numerals, 0 as unexplained_numerals, f.source_url, '日报' as publisher, date '2024-01-05' as published_on,
    null::date as accessed_on, null::varchar as licence, timestamptz '2026-01-01 00:00:00+00' as landed_at,
    'v1' as extractor_version
from raw.documents
inner join (values
    ('henan_2024.txt', '河南省政府工作报告', '410000', 2024, 'https://example.org/henan'),
    ('pds_2024.txt', '平顶山市政府工作报告', '410400', 2024, 'javascript:alert(3)'),
    ('pds_2025.txt', '平顶山市政府工作报告', '410400', 2025, null),
    ('qingyuan_2014.txt', '<b>清苑县</b>政府工作报告', '130622', 2014, null),
    ('unknown.txt', '', null, null, null)
) as f (file_name, title, region_code, plan_year, source_url) using (file_name);

create table found as
select
    d.document_id, d.region_code, d.plan_year, f.*, strpos(r.text, f.value_text)::integer - 1 as char_start,
    strpos(r.text, f.value_text)::integer - 1 + length(f.value_text)::integer as char_end,
    substr(r.text, strpos(r.text, chr(10)) + 1) as quote, md5(d.document_id || f.value_text) as figure_id
from (values
    ('henan_2024.txt', 'gdp', 'target', '5.5%', 5.5, null, '%', 'exact', null, 'growth_rate', '预期'),
    ('pds_2024.txt', 'gdp', 'target', '6.5%', 6.5, null, '%', 'about', '左右', 'growth_rate', '预期'),
    ('pds_2024.txt', 'new_urban_jobs', 'target', '6.9万人', 69000, null, '人', 'at_least', '以上', 'level', null),
    ('pds_2024.txt', 'energy', 'target', '3%', -3, null, '%', 'at_most', '以上', 'growth_rate', null),
    ('pds_2025.txt', 'gdp', 'actual', '6.1%', 6.1, null, '%', 'exact', null, 'growth_rate', null),
    ('pds_2025.txt', 'gdp', 'target', '6%—7%', 6, 7, '%', 'range', null, 'growth_rate', '力争'),
    ('qingyuan_2014.txt', 'gdp', 'target', '8%', 8, null, '%', 'exact', null, 'growth_rate', null)
) as f (file_name, indicator_id, status, value_text, value, value_high, unit, bound, bound_text, measure, commitment)
inner join marts.dim_document as d using (file_name)
inner join raw.documents as r using (file_name);

create table marts.fact_figures as
select
    figure_id, document_id, char_start, char_end, value_text, abs(value)::decimal(28, 8) as value,
    value_high::decimal(28, 8) as value_high, unit, bound, bound_text, measure, '生产总值' as indicator_text, indicator_id,
    status, status = 'target' as is_headline, make_date(plan_year, 1, 1) as period_start,
    make_date(plan_year, 12, 31) as period_end, null::varchar as period_text, null::varchar as region_text,
    null::varchar as entity_text, commitment, quote, region_code
from found;
create table marts.fact_achievements as select * from marts.fact_figures where status = 'actual';
create table marts.fact_targets as
select
    'q1' as target_id, false as is_quantified, '进出口平稳增长' as target_text, null::varchar as benchmark_text,
    document_id, strpos(text, '进出口')::integer - 1 as char_start, strpos(text, '进出口')::integer + 6 as char_end,
    null::varchar as measure, '进出口' as indicator_text, 'trade_total' as indicator_id, true as is_headline,
    date '2024-01-01' as period_start, date '2024-12-31' as period_end, null::varchar as period_text,
    null::varchar as region_text, null::varchar as entity_text, null::varchar as commitment
from raw.documents where file_name = 'pds_2024.txt';

create table marts.target_panel_long as
select
    f.region_code, f.plan_year, f.indicator_id, r.name as region_name, f.measure, f.unit,
    case when f.bound = 'range' then 6.5 else f.value end::decimal(28, 8) as value,
    case when f.bound <> 'at_most' then f.value end::decimal(28, 8) as low,
    case when f.bound <> 'at_least' then coalesce(f.value_high, f.value) end::decimal(28, 8) as high, f.bound, f.bound_text,
    f.commitment, null::decimal(28, 8) as stretch_value, null::varchar as target_text, f.document_id, f.char_start, f.quote
from found as f inner join marts.dim_region as r using (region_code) where f.status = 'target'
union all by name
select
    '410400' as region_code, 2024 as plan_year, 'trade_total' as indicator_id, '平顶山市' as region_name,
    target_text, document_id, char_start, '进出口平稳增长' as quote
from marts.fact_targets;

create table marts.target_ratchet as
select
    t.region_code, t.plan_year, t.indicator_id, t.measure, t.unit, p.region_code as parent_code, p.value as parent_value,
    case when t.unit = '%' then t.value - p.value end as amplification, 0 as peer_count, null::decimal(28, 8) as peer_mean,
    1 as peer_rank, t.value as target_value, a.value as last_achievement, a.figure_id as last_achievement_figure_id
from marts.target_panel_long as t
left join marts.target_panel_long as p
    on p.region_code = '410000' and t.region_code = '410400' and p.plan_year = t.plan_year and p.indicator_id = t.indicator_id
left join marts.fact_achievements as a on a.document_id = t.document_id and a.indicator_id = t.indicator_id
where t.value is not null;

create table marts.target_attainment as
select
    t.region_code, t.plan_year, t.indicator_id, t.region_name, -0.4::decimal(28, 8) as deviation,
    0.4::decimal(28, 8) as shortfall, false as is_reached, false as reports_disagree, t.measure, t.unit,
    a.value as actual_value, a.bound as actual_bound, a.document_id as actual_document_id, 2025 as actual_plan_year,
    1 as claim_rank,
    a.char_start as actual_char_start, a.quote as actual_quote
from marts.target_panel_long as t
inner join marts.fact_achievements as a on a.indicator_id = t.indicator_id and a.region_code = t.region_code
where t.plan_year = 2024;

create table marts.coverage as
select '410400' as region_code, 2025 as plan_year, 'new_urban_jobs' as indicator_id, 'none_stated' as status
union all select '130622', 2014, 'new_urban_jobs', 'no_list_found';

create table quality.numerals as
select document_id, 0 as char_start, 0 as char_end, null::varchar as reason from raw.documents limit 0;
insert into quality.numerals
select document_id, strpos(text, '2024')::integer - 1, strpos(text, '2024')::integer + 3, 'date'
from raw.documents where text like '%2024年%';
create table quality.findings as
select document_id, 'numeral_is_explained' as check_name, 'warning' as severity, 3 as char_start, '清苑' as quote,
    'look at <this>' as message
from raw.documents where file_name = 'qingyuan_2014.txt';
create table quality.rejected_figures (
    figure_id varchar, document_id varchar, failed_checks varchar, messages varchar, char_start integer,
    value_text varchar, quote varchar
);
create table quality.check_results as
select 'extracted' as layer, 'numeral_is_explained' as check_name, '数字均有解释' as title_zh,
    'numerals are explained' as title_en, 'warning' as severity, 'failed' as outcome, 3::bigint as checked_count,
    1::bigint as failed_count;
drop table found;
