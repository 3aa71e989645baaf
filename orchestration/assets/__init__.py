"""The assets, a layer a file: an asset reads, calls, writes and reports.

What it calls lives elsewhere, and nothing but ``orchestration.definitions`` imports it.
"""
