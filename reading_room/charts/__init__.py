"""Pictures drawn when the site is built: SVG that is there without a script.

Each takes plain data and gives one ``<svg>``. Colours are classes of the style sheet, so that light, dark and print
each have theirs; what a mark means is also said by its shape. A mark that stands for a number is a link to its sentence,
with the number as its title.
"""
