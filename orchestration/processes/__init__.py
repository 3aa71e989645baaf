"""Further processes of a run: how they start quickly, and end with it.

What they do belongs to the folder that starts them.
"""
