"""Words of time in a report and the dates they mean. The status of a figure lives in ``zhibiao.grammar``.

``scan_periods`` finds the spans of a whole text once; ``resolve`` turns one into dates in the light of
its line; ``period_of`` says which of a sentence's spans a figure belongs to.
"""

from zhibiao.periods.expressions import TimeExpression
from zhibiao.periods.governing import period_of
from zhibiao.periods.resolution import resolve
from zhibiao.periods.scanning import scan_periods
from zhibiao.periods.state_before import period_before

__all__ = ["TimeExpression", "period_before", "period_of", "resolve", "scan_periods"]
