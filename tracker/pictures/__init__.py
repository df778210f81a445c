"""Pictures drawn on the server: plain values in, SVG out, one module for each picture.

A picture carries classes of pictures.css and an `aria-label`, never a style. Each module also gives
the rows of the table that stands beside it, so that picture and table cannot disagree.
"""
