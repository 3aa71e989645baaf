"""What a person starts: ``make warehouse``, ``make ui``, and the instance of Dagster that they share.

The only folder that starts processes of its own accord; nothing else imports it.
"""
