"""Tables in a text: where they are, how they are built, and what each of their numbers measures.

``finding`` finds the rows and cells of a table in whatever form it came, ``structure`` its head, names and units,
``columns`` what a head says, ``interpretation`` the figures. Nothing here reads prose; what a cell holds beside its
number is left to ``zhibiao.grammar``.
"""
