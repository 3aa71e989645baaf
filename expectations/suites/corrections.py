"""Expectations on the declared corrections: that they still fit their source, and that they are told.

A document whose declared fault is no longer where it was is set aside: its figures may be spoiled by it or not.
"""

from expectations.check import Check
from zhibiao.model import Severity

TABLE = "extracted.figures"
FRAME = "corrections"

CHECKS = (
    Check(
        name="correction_still_fits",
        table=TABLE,
        frame=FRAME,
        severity=Severity.ERROR,
        title_zh="更正所依据的原文未变",
        title_en="The source still says what a declared correction corrects",
        reason="A correction outlives its fault otherwise: once the source is mended, it would spoil it.",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "still_fits", "value_set": [True]},
        message=(
            "correction {correction_id}: the text has {found} where it had {says}; look at the entry again"
        ),
    ),
    Check(
        name="correction_finds_its_figure",
        table=TABLE,
        frame=FRAME,
        severity=Severity.ERROR,
        title_zh="更正找到所涉数值",
        title_en="A correction of a figure finds it",
        reason=(
            "A correction that changes nothing, because the figure is read elsewhere or not at all, is out "
            "of date."
        ),
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "finds_its_figure", "value_set": [True]},
        message="correction {correction_id} of {says}: no figure lies in the passage",
    ),
    Check(
        name="correction_is_declared",
        table=TABLE,
        frame=FRAME,
        severity=Severity.INFO,
        title_zh="原文有已声明的更正",
        title_en="The source has a declared fault",
        reason="Told so that nobody meets a corrected figure unprepared.",
        expectation="ExpectColumnValuesToBeNull",
        arguments={"column": "applied"},
        message="{correction_id}: {says} means {means} ({figures} figures corrected). {reason}",
    ),
)
