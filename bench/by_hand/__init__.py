"""The two heaviest pages as somebody would write them by hand: SQL and the driver, nothing in between.

What comes out goes into the same templates as the real pages, so the same page must come out. It serves a
practitioner who asks nothing in particular, and a running case with something of everything.
"""
