"""Documents → ``extracted.*``: which are to be read, in which shards, by whom, and their rows.

``documents`` puts it together: ``pending`` says which documents there are to read and writes their texts into
shards, an executor of ``executors`` has ``shard.read_shard`` read them in other processes, ``results`` takes over
what came of it. How a text is read lives in ``zhibiao``. Nothing is imported here: a worker needs ``shard`` alone.
"""
