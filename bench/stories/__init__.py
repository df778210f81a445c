"""Everything one partnership holds, as rows: the same rows each time, whoever lies beside it.

A case is as full as in real work: most have a handful of everything, the first of each partnership has years
of it (40 scores, 12 star readings, 300 interactions).
"""

from random import Random

from bench.stories.book import Book
from bench.stories.cases import write_case
from bench.stories.life import LARGE, usual_size
from bench.stories.team import team_of


def write_partnership(book: Book, number: int, cases: int) -> None:
    """A partnership with its people and its cases."""
    dice = Random(number)
    team = team_of(book, number)
    for each in range(1, cases + 1):
        sizes = LARGE if each == 1 else usual_size(dice)
        write_case(book, dice, team, each, sizes)
