"""A conversion that does harm to files of certain names; in a module, for another process imports it."""

from __future__ import annotations

import os
import time

from zhibiao.forms import Converted, convert


def work_or_fail(data: bytes, file_name: str) -> Converted:
    """Convert a file, or hang, fill the memory, fall or raise as its name says."""
    match file_name.split(".")[0]:
        case "hang":
            time.sleep(60)
        case "fill":
            bytearray(4_000_000_000)
        case "fall":
            os.abort()
        case "raise":
            raise ZeroDivisionError("of a library")
    return convert(data, file_name)
