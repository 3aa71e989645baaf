"""``make torture``: what a warehouse goes through in years, in hours.

Each part does what it says with a seed, goes on where it was stopped, prints one table and leaves
``DATA/torture/<part>.json``. Nothing else imports this package.
"""
