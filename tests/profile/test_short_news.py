"""Whose a short item is and of which year, by the kinds of which unseen news items and digests were left open.

The items are made up in the forms that real pages had; beside what must be found stands what must not.
"""

from __future__ import annotations

import pytest

from zhibiao.profile import profile


@pytest.mark.parametrize(
    ("text", "year"),
    [
        # the report's parts, named in a sentence
        ("焦作市人代会召开。报告分三部分:一、2014年工作回顾;二、2015年形势与任务;三、2015年工作重点。", 2015),
        ("郏县人大会议开幕。报告分为“2018年工作回顾”和“2019年工作安排”两大部分。", 2019),
        ("县长在报告中对2007年的政府工作进行了回顾和总结。\n各项工作取得了明显成效。", 2008),
        ("县长作政府工作报告。在回顾2015年和“十二五”工作时说,全年生产总值增长10.8%。", 2016),
        ("市长作报告,总结我市2015年及“十二五”时期的工作。2016年重点工作已经明确。", 2016),
        # a review of several years begins with its first
        ("市长作报告,回顾2007年以来的工作。", None),
        ("报告回顾2008年至2012年的工作。", 2013),
        # the year before a plan's completion is told, not intended
        ("市长作报告,对2005年政府工作及“十五”计划完成情况作了总结,对2006年的政府工作作了布置。", 2006),
        # a target in words
        ("2021年是艰苦战斗的一年。\n2022年全县地区生产总值增长目标定为11%。", 2022),
        ("会议审议了2022年度民生实事候选项目。2021年度民生实事完成情况令人满意。", 2022),
        # a year described and called this year
        ("2023年,是开局之年。政府工作报告明确提出今年发展的主要预期目标是:生产总值增长5%左右。", 2023),
        (
            "2022年,是极其艰难、极不平凡的一年。\n2022年,果洛州实现地区生产总值53亿元。\n预期目标,生产总值增长3%。",
            2023,
        ),
        ("过去的2015年,我市积极应对新形势。代表说,报告对2016年的工作进行了部署。", 2016),
        ("2021年,实现了经济社会平稳较快发展。全年预计实现生产总值同比增长9%。", 2022),
        (
            "XX市人民政府在2026年全市经济工作会议上的讲话\n同志们: 今天,我们召开 2026 年全市经济工作会议。",
            2026,
        ),
        ("市委召开会议,学习2025年全市经济工作会议精神。", None),
        # the year described is done
        ("2021年是“十四五”开局之年。2021年各省份普遍实现了恢复性增长。新的一年,目标已经明确。", None),
        ("2004年是我县的决战之年。一年来,全县深入贯彻党的十六届三中、四中全会精神。", 2005),
        ("2017年,全市经济发展在扩量提质中优化,据初步预计,去年全市生产总值增长8.5%。", 2018),
        ("报告指出,2010年,是我县发展历程中具有标志性意义的一年。这一年,总投资82亿元的项目顺利开工。", 2011),
        ("报告指出,2010年,是我县实施新战略的一年。那一年,我县起步。", None),
        # what a report or a notice lays out for a year
        ("报告客观总结了过去五年的成绩,安排部署了2022年工作任务。", 2022),
        ("政府工作报告确定了2010年全市经济社会发展的指导思想和奋斗目标。", 2010),
        ("全市完成了市人代会确定的2010年目标任务。", None),
        ("会议批准了政府工作报告,同意报告提出的2019年经济社会发展总体要求。", 2019),
        ("昨日,2006年《政府工作报告》主要任务进行了分解和细化。", 2006),
        ("会议听取部门关于2022年经济工作思路的汇报。", 2022),
        ("代表说,报告对2023年郏县各项工作作了详细部署。", 2023),
        ("政府工作报告提出,2020年全区生产总值增长3.7%,2021年全区生产总值增长目标为7.5%以上。", 2021),
        ("报告分三个部分:一、过去五年工作回顾;二、今后五年的奋斗目标和2013年工作任务的建议。", 2013),
        (
            "报告经县人代会审议通过,明确了2023年全县经济社会发展的主要目标和工作任务。\n发布日期:2024-01-30",
            2023,
        ),
        ("报告提出了今后五年的目标任务,并对2018年四季度重点工作进行了科学谋划安排。", 2018),
        ("要完美收官2018年,为2019年经济运行和重点项目建设开好局、起好步。", 2019),
        ("大会通过了关于市2016年国民经济和社会发展计划执行情况及2017年国民经济和社会发展计划的决议。", 2017),
        ("大会通过了关于市2016年国民经济和社会发展计划执行情况的决议。", None),
        # next year's work
        ("会议全面部署明年经济工作,对“十三五”规划圆满收官具有重大意义。", 2020),
    ],
)
def test_a_sentence_tells_the_year(text: str, year: int | None) -> None:
    found = profile(text)
    assert found.plan_year == year, found.plan_year_source


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("刊发时间:2018-02-04 A3版\n2月2日下午,市四届人大一次会议开幕,市长作政府工作报告。", 2018),
        ("发布时间:2008-03-06 08:39 访问次数:\n县第十五届人民代表大会第二次会议3月4下午在县剧院开幕。", None),
        ("2018-01-24 16:20\n今天上午9时,区第一届人民代表大会第二次会议开幕。", 2018),
        # the meeting of November and December sets the year to come
        ("发布时间:2021-12-28\n12月24日,市委经济工作会议召开。", 2022),
        # the page was filled years behind the meeting, or months
        ("发布时间:2018-09-04\n2月2日下午,市四届人大一次会议开幕。", None),
        # no meeting
        ("发布时间:2018-02-04\n2月2日下午,市领导看望慰问困难职工。", None),
        # a report in full is no news of its page's day
        ("发布时间:2018-02-04\n各位代表:今天,我向市人民代表大会报告工作。", None),
    ],
)
def test_news_has_the_year_of_the_page_that_bears_it_out(text: str, year: int | None) -> None:
    found = profile(text)
    assert found.plan_year == year, found.plan_year_source


def test_the_latest_congress_told_of_is_the_items_own() -> None:
    text = (
        "政府工作报告里的这五年\n2018年3月5日,十三届全国人大一次会议开幕,报告为发展绘制了“施工图”,提出了这五年的目标。\n"
        "2023年3月5日上午,第十四届全国人民代表大会第一次会议开幕,国务院总理作政府工作报告。\n"
    )
    assert profile(text).plan_year == 2023


@pytest.mark.parametrize(
    ("text", "region"),
    [
        # one place by two of its names
        (
            "今天出炉的上海市《政府工作报告》给出了“成绩单”。上海经济平稳增长,全市生产总值增长6%以上。",
            "上海市",
        ),
        # behind the first words
        (
            f"{'大会隆重开幕,代表们济济一堂。' * 16}我市生产总值增长7%,支撑临沧跨越发展的基础初步形成。",
            "临沧市",
        ),
        (
            f"{'大会隆重开幕,代表们济济一堂。' * 16}支撑临沧跨越发展,建设成都平原那样的粮仓,我市大有可为。",
            None,
        ),
        # the whole stands beside its part
        ("南县召开县委经济工作会议。南县跻身湖南县域经济先进县。生产总值增长8.5%。", "南县"),
        # a county by its short name, where it stands as a place
        ("县长主持召开经济工作谋划会,对我县明年工作再部署,推动决策部署在宝丰落地生根。", "宝丰县"),
        ("县长主持召开会议,对我县工作再部署。推进苏北平原、科教兴国、好农机商城和建平台工作。", None),
        ("县长主持召开会议,对我县工作再部署。吸引投资中国的企业,改善沿河环境。", None),
        ("🌟沧源2024年工作报告\n我谨代表沧源县政府,向大家汇报工作。", "沧源佤族自治县"),
        # of namesakes the one whose prefecture is named
        ("龙华区第一届人民代表大会第二次会议开幕。\n深圳新闻网1月24日讯 区长作政府工作报告。", "龙华区"),
        ("龙华区第一届人民代表大会第二次会议开幕。\n区长作政府工作报告。", None),
        # the county's own media sign
        ("近日,区政协召开会议,学习区委经济工作会议精神。\n来源:岳阳楼区融媒体中心", "岳阳楼区"),
        ("近日,市委召开经济工作会议。\n来源:岳阳楼区融媒体中心", None),
        ("2021年县政府重点工作任务\n来源:华容县政府 2021-03-23\n请各乡镇认真抓好贯彻落实。", "华容县"),
        ("2021年市政府重点工作任务\n来源:华容县政府 2021-03-23\n请各单位认真抓好贯彻落实。", None),
        # a county by its short name before its congress
        ("三穗第十五届人民代表大会第五次会议胜利召开\n三穗县第十五届人民代表大会在县文化馆开幕。", "三穗县"),
        ("龙华第一届人民代表大会第二次会议胜利召开\n区长作政府工作报告。", None),
        # a street of another place's name
        ("区长作政府工作报告\n南京西路全年实现税收总收入323.65亿元,区级财政收入增长6%。", None),
        # a site that bears a name is no place of the text's
        ("政府工作报告(摘要)\n2020-11-30 中共江苏省委新闻网\n全省生产总值增长6%。", None),
        ("人大代表审议报告\n河南手机报 01-11 22:50 责编:商丘手机报\n我市保持稳中求进。", None),
        # no place, and the nation's product
        ("政府工作报告提出今年发展的主要预期目标是:国内生产总值增长5%左右。", "全国"),
        ("政府工作报告:五年来成功举办北京冬奥会。今年国内生产总值增长5%左右。", "全国"),
        ("政府工作报告提出今年发展的主要预期目标是:全市国内生产总值增长5%左右。", None),
        ("政府工作报告提出今年发展的主要预期目标是:地区生产总值增长5%左右。", None),
    ],
)
def test_the_only_place_is_the_texts_own(text: str, region: str | None) -> None:
    found = profile(text)
    assert found.region_name == region, found.region_source
