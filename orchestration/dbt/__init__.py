"""dbt: its project as a process, its tests as kept results, and the files that are written from the lexicon.

Models are in ``dbt_project``; the assets made of them in ``orchestration.assets``.
"""
