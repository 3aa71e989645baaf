"""What starts the job by itself: its schedule and its sensor.

What a person starts by hand is in ``orchestration.runtime``.
"""
