"""Files of the raw folder → ``raw.documents``: what is there, what its manifest says, what changed.

How bytes become text lives in ``zhibiao.decoding``; what a text says is not read here.
"""

from orchestration.ingest.documents import Landed, land

__all__ = ["Landed", "land"]
