"""A sentence to its figures: what each quantity measures, how, of whom, and whether it is a target.

Each module has one question: ``names`` finds indicators, ``phrases`` the words around them, ``subjects`` joins
names and numbers, ``measures`` says what kind of number it is, ``status`` whether it is meant or done,
``headline`` where the list of expected targets stands. Numerals, periods and headings come from elsewhere.
"""
