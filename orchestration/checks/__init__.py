"""The suites of ``expectations`` as asset checks, and the recording of what they found.

What is checked, and why, is said in ``expectations``.
"""
