"""The terminal: ``zhibiao extract`` on any text, ``zhibiao query`` and ``show`` on a published file.

The only part of ``zhibiao`` that opens files. What reads a report lies outside and knows nothing of these.
"""
