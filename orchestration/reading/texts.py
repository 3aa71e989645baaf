"""What a reader is given of documents, told apart from the reader, which takes most of a second to import."""

from __future__ import annotations

import pyarrow as pa

# A document to be read: its text, the version that its rows are to bear, and what its manifest row overrides.
DOCUMENTS = pa.schema(
    [
        pa.field("document_id", pa.string(), nullable=False),
        pa.field("file_name", pa.string(), nullable=False),
        pa.field("text", pa.string(), nullable=False),
        pa.field("version", pa.string(), nullable=False),
        pa.field("region_code", pa.string()),
        pa.field("plan_year", pa.int32()),
    ]
)
