-- A row a figure of an indicator, or a ratio, with the dimension of its unit and the one that its indicator is measured in.
with neighbours as (
    -- 下降15.8%、6.2和17.3%: where the one before it has a unit of its own, that of the list is no longer behind it
    select bare.document_id, bare.figure_id
    from figures_as_meant as bare
    inner join figures_as_meant as before
        on bare.document_id = before.document_id and bare.char_start = before.char_end + 1
    where bare.document_id in (select document_id from documents_to_check)
        and regexp_matches(bare.value_text, '^[0-9.]+$') and not regexp_matches(before.value_text, '[0-9.]$')
),

dimensioned as (
    select
        figures.document_id,
        figures.figure_id,
        figures.char_start,
        figures.char_end,
        figures.value_text,
        figures.indicator_text,
        figures.indicator_id,
        figures.measure,
        figures.unit_text,
        figures.unit,
        figures.quote,
        coalesce(unit_dimensions.dimension, case when contains(figures.unit, '/') then 'intensity' else 'count' end) as dimension,
        indicator_dimensions.dimensions as fitting,
        neighbours.figure_id is not null as unit_is_its_neighbour_s
    from figures_as_meant as figures
    left join unit_dimensions on figures.unit = unit_dimensions.unit
    left join neighbours on figures.document_id = neighbours.document_id and figures.figure_id = neighbours.figure_id
    left join indicator_dimensions using (indicator_id)
    where figures.document_id in (select document_id from documents_to_check) and (
        figures.indicator_id is not null or figures.measure in ('growth_rate', 'share', 'change_points')
        or figures.unit_text is null or neighbours.figure_id is not null
    )
)

select
    * exclude (fitting, quote, value_text, indicator_text),
    -- 排位上升4位 tells of an indicator's place, whatever its unit
    case when indicator_id is not null and measure in ('level', 'change_amount') and unit is not null and not is_unit_of_places(unit)
        then list_contains(fitting, dimension) end as unit_fits_indicator,
    case
        when unit is null then null
        when measure = 'change_points' then dimension = 'points'
        -- 增长5个百分点 and 增长两倍, 翻一番 are said of growth too
        -- ‰ is of people: born, died, grown; and of fires, pests and crimes
        when unit = '‰' and not says_per_mille_in_words(value_text)
            then coalesce(indicator_id, '') = 'natural_growth_rate' or is_told_per_mille(
                concat_ws('', indicator_text, ' ', right(left(quote, strpos(quote, value_text) - 1), 20))
            )
        when measure = 'growth_rate' then dimension in ('ratio', 'points', 'multiple')
        -- 死亡率控制在25/10万以下
        when measure = 'share' then dimension in ('ratio', 'multiple') or starts_with(unit, '/')
    end as unit_fits_measure,
    case
        when indicator_id is null or measure not in ('level', 'change_amount') then null
        -- “3、5、7家” and counts of people and things may go without (户籍人口1.2亿)
        when list_has_any(fitting, ['count', 'people', 'index']) then null
        else unit_text is not null
    end as unit_is_stated,
    case
        when unit_is_its_neighbour_s then false
        when indicator_id is not null or measure not in ('level', 'change_amount') then null
        when unit is null and regexp_matches(value_text, '^[0-9.]+$') and not regexp_matches(quote, value_text || '[A-Za-z]')
            and not ends_with_a_rate(left(quote, strpos(quote, value_text) - 1))
            -- what is a pure number: 基尼系数, 收入倍差, 煤矿百万吨死亡率
            then is_pure_number(
                concat_ws('', indicator_text, ' ', right(left(quote, strpos(quote, value_text) - 1), 30))
            )
    end as number_has_unit,
    case
        -- 零售总额增长7.2 is read as an amount; 下降到3.08 is a ratio, and has no sign
        when unit_text is null and regexp_matches(value_text, '^[0-9]+\.[0-9]+$')
            and ends_with_a_rate(left(quote, strpos(quote, value_text) - 1))
            then false
        when measure in ('growth_rate', 'share', 'change_points') and regexp_matches(value_text, '^[0-9.]+$')
        -- the parts of a ratio (三次产业比为18.8:43.2:38) have none
        and not regexp_matches(quote, '[:：∶]\s*' || value_text || '|' || value_text || '\s*[:：∶]')
        and not is_ratio_of_parts(indicator_text)
        -- and a ratio of two (城乡居民收入比缩小至1.7) has none, but 占比, 同比 and 环比 have
        and not tells_a_ratio_of_two(left(quote, strpos(quote, value_text) - 1))
        then unit_text is not null end as ratio_has_unit
from dimensioned
