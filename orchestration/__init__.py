"""The flow in Dagster: landing, reading, dbt, checks, publishing, and what starts them.

How a report is read lives in ``zhibiao``, what is checked in ``expectations``; nothing imports this package.
"""
