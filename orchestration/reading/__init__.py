"""Documents → ``extracted.*``: which are to be read, by how many processes, and their rows.

How a text is read lives in ``zhibiao``.
"""

from orchestration.reading.documents import Read, read_documents
from orchestration.reading.version import reader_version

__all__ = ["Read", "read_documents", "reader_version"]
