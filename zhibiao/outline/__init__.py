"""The outline of a report: its lines, the headings above them, and what each is about (review, plan …).

Roles come from headings and, since many reports have none or stand on one long line, from cues in running
text. What a sentence says about its figures lives in ``zhibiao.grammar``.
"""

from zhibiao.outline.lines import Line, Role
from zhibiao.outline.reading import outline

__all__ = ["Line", "Role", "outline"]
