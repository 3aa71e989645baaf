"""``python -m scripts.place_pinyin``: write the pinyin of place names anew; needs pypinyin (MIT), which nothing else does.

A line a character with its usual reading, and a line for each name that is read otherwise than its characters: of
those that pypinyin's phrases know, and of those below that it does not.
"""

from __future__ import annotations

import csv
from importlib import import_module
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
LEXICON = PROJECT / "zhibiao" / "lexicon"
LIST = PROJECT / "reading_room" / "pinyin.csv"
# Characters that are mostly read otherwise in the names of places.
USUAL = {
    "长": "chang",
    "藏": "zang",
    "曾": "zeng",
    "重": "chong",
    "朝": "chao",
    "单": "shan",
    "漯": "luo",
    "尾": "wei",
    "佛": "fo",
    "喀": "ka",
    "坻": "di",
    "延": "yan",
    "勒": "le",
    "都": "du",
    "什": "shi",
}
# Names that are read otherwise than the characters are elsewhere, and that the phrases do not have.
READ_OTHERWISE = {
    "东阿": "dong e",
    "丰都": "feng du",
    "丽水": "li shui",
    "乐亭": "lao ting",
    "乐清": "yue qing",
    "乐陵": "lao ling",
    "亳州": "bo zhou",
    "六合": "lu he",
    "六安": "lu an",
    "单县": "shan xian",
    "台州": "tai zhou",
    "台江": "tai jiang",
    "任丘": "ren qiu",
    "会泽": "hui ze",
    "会理": "hui li",
    "余干": "yu gan",
    "光泽": "guang ze",
    "兴县": "xing xian",
    "冠县": "guan xian",
    "华县": "hua xian",
    "华阴": "hua yin",
    "厦门": "xia men",
    "商河": "shang he",
    "大埔": "da bu",
    "大城": "dai cheng",
    "天台": "tian tai",
    "姥": "mu",
    "娄底": "lou di",
    "婺源": "wu yuan",
    "宿州": "su zhou",
    "宿松": "su song",
    "宿迁": "su qian",
    "宿城": "su cheng",
    "宿豫": "su yu",
    "尉犁": "yu li",
    "尉氏": "wei shi",
    "南乐": "nan le",
    "马尾": "ma wei",
    "漯河": "luo he",
    "延长": "yan chang",
    "长子": "zhang zi",
    "岢岚": "ke lan",
    "巴音郭楞": "ba yin guo leng",
    "巴彦淖尔": "ba yan nao er",
    "平舆": "ping yu",
    "弥勒": "mi le",
    "弥渡": "mi du",
    "德宏": "de hong",
    "房山": "fang shan",
    "无为": "wu wei",
    "无极": "wu ji",
    "曾都": "zeng du",
    "望都": "wang du",
    "枞阳": "zong yang",
    "枣强": "zao qiang",
    "柏乡": "bai xiang",
    "栟": "ben",
    "歙县": "she xian",
    "泌阳": "bi yang",
    "洪洞": "hong tong",
    "浚县": "xun xian",
    "涡阳": "guo yang",
    "澄城": "cheng cheng",
    "澄江": "cheng jiang",
    "牟平": "mu ping",
    "牟定": "mou ding",
    "中牟": "zhong mu",
    "番禺": "pan yu",
    "磴口": "deng kou",
    "祁阳": "qi yang",
    "禹会": "yu hui",
    "筠连": "jun lian",
    "繁峙": "fan shi",
    "罗定": "luo ding",
    "荥阳": "xing yang",
    "荥经": "ying jing",
    "莎车": "sha che",
    "莘县": "shen xian",
    "蔚县": "yu xian",
    "蚌埠": "beng bu",
    "蚌山": "beng shan",
    "行唐": "xing tang",
    "解州": "hai zhou",
    "费县": "fei xian",
    "贲": "bi",
    "郧西": "yun xi",
    "郫都": "pi du",
    "都匀": "du yun",
    "都江堰": "du jiang yan",
    "都昌": "du chang",
    "重庆": "chong qing",
    "铅山": "yan shan",
    "长丰": "chang feng",
    "长乐": "chang le",
    "长兴": "chang xing",
    "长垣": "chang yuan",
    "长宁": "chang ning",
    "长安": "chang an",
    "长寿": "chang shou",
    "长岛": "chang dao",
    "长岭": "chang ling",
    "长春": "chang chun",
    "长武": "chang wu",
    "长汀": "chang ting",
    "长沙": "chang sha",
    "长治": "chang zhi",
    "长泰": "chang tai",
    "长洲": "chang zhou",
    "长清": "chang qing",
    "长海": "chang hai",
    "长白": "chang bai",
    "长葛": "chang ge",
    "长阳": "chang yang",
    "长顺": "chang shun",
    "阆中": "lang zhong",
    "阿克苏": "a ke su",
    "阿勒泰": "a le tai",
    "阿坝": "a ba",
    "阿拉善": "a la shan",
    "隆尧": "long yao",
    "黄陂": "huang pi",
    "黎城": "li cheng",
    "黟县": "yi xian",
    "陕县": "shan xian",
    "朝阳": "chao yang",
    "洛南": "luo nan",
    "乐山": "le shan",
    "乐平": "le ping",
    "昌乐": "chang le",
    "将乐": "jiang le",
    "平乐": "ping le",
    "新乐": "xin le",
    "乐都": "le du",
    "乐业": "le ye",
    "乐昌": "le chang",
    "乐东": "le dong",
    "乐至": "le zhi",
    "乐安": "le an",
    "康乐": "kang le",
    "民乐": "min le",
    "景泰": "jing tai",
    "内乡": "nei xiang",
    "巨鹿": "ju lu",
    "藁城": "gao cheng",
    "井陉": "jing xing",
}


def _names() -> list[str]:
    names: set[str] = set()
    with (LEXICON / "divisions.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            names |= {row["name"], row["province"], row["prefecture"]}
    with (LEXICON / "division_nicknames.csv").open(encoding="utf-8") as lines:
        names |= {row["nickname"] for row in csv.DictReader(lines)}
    return sorted(names - {""})


def _read(name: str) -> list[str]:
    # Not among the project's packages: the list is made by hand, and rarely.
    return list(import_module("pypinyin").lazy_pinyin(name))


def main() -> None:
    """Write the list."""
    names = _names()
    usual = {sign: _read(sign)[0] for name in names for sign in name if "\u3400" <= sign <= "\u9fff"}
    usual |= USUAL
    otherwise = dict(READ_OTHERWISE)
    for name in names:
        told = [usual.get(sign, sign) for sign in name]
        read = [USUAL.get(sign, syllable) for sign, syllable in zip(name, _read(name), strict=True)]
        if read != told and not any(known in name for known in READ_OTHERWISE):
            otherwise[name] = " ".join(read)
    for known, pinyin in list(otherwise.items()):
        if pinyin.split() == [usual.get(sign, sign) for sign in known]:
            del otherwise[known]
    with LIST.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["text", "pinyin"])
        writer.writerows(sorted(usual.items()))
        writer.writerows(sorted(otherwise.items()))
    print(f"{LIST}: {len(usual)} characters, {len(otherwise)} names")


if __name__ == "__main__":
    main()
