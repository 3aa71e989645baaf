"""Runs that are hurt at random moments, each followed by a plain run: what was published is whole throughout."""
