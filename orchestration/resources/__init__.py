"""What the assets and checks of a run share: the warehouse with its lock, the run cache, keys, the console.

What starts a run belongs to ``orchestration.automation`` and ``orchestration.runtime``.
"""
