"""Reads a Chinese government work report: text in, figures out.

Pure functions on strings and bytes. Nothing here knows Dagster, dbt, pandas or the warehouse; only
``zhibiao.commands`` (the terminal's tools) opens a published database.
"""
