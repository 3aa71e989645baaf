"""Text of a report as it may stand on a page: a reader must see what is in it."""

from __future__ import annotations

import re

# Characters that show nothing or reorder what stands around them.
CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"}
CONTROLS |= {0x7F: "␡"} | {code: f"⟨U+{code:04X}⟩" for code in range(0x80, 0xA0)}
CONTROLS |= {
    code: f"⟨U+{code:04X}⟩" for code in [0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
}

# Most texts have none of them: to look is quicker than to replace.
_CONTROL = re.compile("[" + "".join(map(re.escape, map(chr, CONTROLS))) + "]")


def visible(text: str) -> str:
    """``text`` with a picture for each control character, and line ends as a page has them."""
    text = text.replace("\r\n", "\n")
    return text.translate(CONTROLS) if _CONTROL.search(text) else text
