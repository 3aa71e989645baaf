"""From the working database to the published file, and what the file published before says.

Files for other programs are made of the published file, in ``orchestration.exports``.
"""
