"""Great Expectations suites as code, the declared corrections, and what runs and reports them.

Nothing here reads Chinese: what a report says is read in ``zhibiao``; here it is judged.
Importing the catalogue is cheap; Great Expectations itself is imported when a check runs.
"""
