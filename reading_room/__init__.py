"""The reading room: the published file as a static site, for people who would rather look than query.

Rows of the published file in, pages out; nothing is asked of the network, then or later. It reads ``marts``,
``quality`` and ``raw.documents`` of a published file and writes files into a folder that it is given. It knows
neither Dagster nor the folders of a run: those are ``orchestration``'s.
"""
