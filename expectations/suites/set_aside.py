"""The expectation on the reader as a whole: that it fails on few documents. It runs behind all others of its layer."""

from expectations.check import Check, Scope, column_is_true
from zhibiao.model import Severity

FRAME = "set_aside"

CHECKS: tuple[Check, ...] = (
    column_is_true(
        name="few_documents_are_set_aside",
        table="extracted.document_profiles",
        frame=FRAME,
        column="reader_is_trusted",
        severity=Severity.ERROR,
        titles=("被搁置的文件不多", "Few documents are set aside"),
        reason=(
            "One bad file says nothing of the others; where more than a tenth of the documents that are new in a run "
            "(or read anew by another version of the reader), and at least five, are set aside, the reader itself is "
            "suspect. ZHIBIAO_MOST_SET_ASIDE moves the bounds."
        ),
        message=(
            "{set_aside} of {new_documents} new documents are set aside, more than {most_percent} %: look at the reader "
            "before any of it is published"
        ),
        scope=Scope.WAREHOUSE,
    ),
)
