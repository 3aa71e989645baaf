"""The numbers that a program shows before the items of a list, in the formats of Word and of OpenDocument."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
# What Word (w:numFmt) and OpenDocument (style:num-format, by its first sign) call a format.
_FORMATS = {
    "1": "decimal",
    "01": "decimal",
    "decimal": "decimal",
    "decimalZero": "decimal",
    "decimalHalfWidth": "decimal",
    "decimalFullWidth": "fullWidth",
    "decimalFullWidth2": "fullWidth",
    "１": "fullWidth",
    "chineseCounting": "chinese",
    "chineseCountingThousand": "chinese",
    "japaneseCounting": "chinese",
    "taiwaneseCounting": "chinese",
    "taiwaneseCountingThousand": "chinese",
    "ideographDigital": "digits",
    "taiwaneseDigital": "digits",
    "japaneseDigitalTenThousand": "digits",
    "一": "chinese",
    "chineseLegalSimplified": "legal",
    "ideographLegalTraditional": "legal",
    "壹": "legal",
    "ideographTraditional": "stems",
    "甲": "stems",
    "ideographZodiac": "branches",
    "子": "branches",
    "decimalEnclosedCircle": "circled",
    "decimalEnclosedCircleChinese": "circled",
    "①": "circled",
    "upperLetter": "A",
    "A": "A",
    "lowerLetter": "a",
    "a": "a",
    "upperRoman": "I",
    "I": "I",
    "lowerRoman": "i",
    "i": "i",
}


def list_number(number: int, name: str) -> str | None:
    """Return a number in a format of Word or OpenDocument; None for a bullet, a picture and no number at all.

    A format that is not known here is shown in Arabic digits, so that the item does not lose its number.
    """
    if name in ("bullet", "none", "") or number < 0:
        return None
    # OpenDocument shows how a format goes on: 一, 二, 三, ...
    match _FORMATS.get(name.partition(", ")[0], "decimal"):
        case "chinese":
            return _in_words(number, _DIGITS, ("", "十", "百", "千"))
        case "legal":
            return _in_words(number, _LEGAL, ("", "拾", "佰", "仟"))
        case "digits":
            return "".join(_DIGITS[int(digit)] for digit in str(number))
        case "stems":
            return _turn(number, _STEMS)
        case "branches":
            return _turn(number, _BRANCHES)
        case "circled":
            return chr(0x245F + number) if 1 <= number <= 20 else str(number)
        case "fullWidth":
            return "".join(chr(0xFF10 + int(digit)) for digit in str(number))
        case "A" | "a" as case:
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else "0"
            return letters.upper() if case == "A" else letters
        case "I" | "i" as case:
            return _roman(number).upper() if case == "I" else _roman(number)
    return str(number)


def _in_words(number: int, digits: str, places: tuple[str, ...]) -> str:
    if not 0 < number < 10_000:
        return str(number) if number else digits[0]
    zero = "零"
    words = ""
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            words += digits[digit] + places[place]
        elif words and not words.endswith(zero):
            words += zero
    words = words.rstrip(zero)
    # 十一, not 一十一.
    return words[1:] if 10 <= number < 20 and digits == _DIGITS else words


def _turn(number: int, signs: str) -> str:
    return signs[(number - 1) % len(signs)]


def _roman(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, rest = divmod(number, 10)
    words = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")[tens]
    for value, sign in _ROMAN:
        while rest >= value:
            words, rest = words + sign, rest - value
    return words
