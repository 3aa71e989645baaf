"""What is expected, as data: a module a subject, a ``CHECKS`` in each. How a check runs is elsewhere."""
