"""Issues: the list, raising one, its page and every step on it, and the rhythm of the partnership."""

from tracker.board.routes.issues import handing_over, listing, raising, rhythm, steps

ROUTES = [*handing_over.ROUTES, *listing.ROUTES, *raising.ROUTES, *rhythm.ROUTES, *steps.ROUTES]
