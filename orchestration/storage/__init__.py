"""Where things lie and how they are written: folders, the working database, its tables, the lock, hashes.

Knows nothing of Dagster; what is read or checked does not belong here.
"""
