"""Reads a Chinese government work report: text in, figures out.

Pure functions on strings and bytes. Nothing here knows Dagster, dbt, pandas or the warehouse; only
``zhibiao.commands`` (the terminal's tools) opens a published database.
"""

from zhibiao.compiled import usable_copy

if (_copy := usable_copy()) is not None:
    # Every module from here on is the compiled one, in this process and in those that it starts.
    __path__[:] = [str(_copy)]
