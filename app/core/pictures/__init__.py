"""Drawn pictures: plain values → SVG, the same bytes for the same values; each has its table beside it.

A picture carries colours of its own, for files; on a page the stylesheet has the last word, by class. Words
in it are few: letters, figures, dates. What it shows is told in its description and in its table.
"""
