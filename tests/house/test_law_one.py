"""Law 1: no score and no star is ever averaged or summed, on any page, in any JSON, in any export.

The scores and stars planted here have means and sums that are no number of anything else; every answer that
the application can give is read for them. The clock stands still, so that no count of days becomes one.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from statistics import mean, median
from uuid import uuid4

import openpyxl
import pytest

from tests.cases.life import tabak
from tests.cases.stars import WORDS
from tests.house.test_matrix import address
from tests.learning.words import a_pattern, heard, helped, wanted, wasted
from tests.page import Page, said_in
from tracker import clock
from tracker.cases import tables
from tracker.cases.actions.demands import Named, add_demands
from tracker.cases.actions.scores import Scoring, score
from tracker.cases.actions.stars import Read, read_star
from tracker.cases.queries.overview.demands import Rating
from tracker.cases.rules.kinds import Perspective
from tracker.cli.examining import all_routes

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
SCORES = ((3, 4, 9, 8, 9, 9, 8, 9, 9, 8, 7, 6, 8), (2, 4, 7, 6, 5, 7, 3, 6, 7, 6, 5), (1, 2, 4))
STARS = ((2, 3, 5), (4, 5, 2), (1, 2, 4), (5, 4, 4))
"""The readings of the first case, over the same three value demands."""
TO_READ = {"an": 40, "cor": 60, "bea": 15, "kim": 15}
"""Who reads, and how many answers that must be at least, so that nobody passes by seeing nothing."""
NUMBER = re.compile(r"(?<![\w.,/-])\d+(?:[.,]\d+)*(?![\w/-])")
CHOICES = ("hidden", "checkbox", "radio")
"""What these send is the number of a record, that of an option too; what they say stands beside them."""
SAID_BY = ("aria-label", "title", "alt", "placeholder", "content", "aria-valuetext")


def planted() -> dict[str, list[int]]:
    """Every group of scores or stars that somebody could be tempted to make one number of."""
    groups = {f"scores of case {i}": list(scores) for i, scores in enumerate(SCORES, 1)}
    groups["all scores"] = [each for scores in SCORES for each in scores]
    groups["last scores"] = [scores[-1] for scores in SCORES]
    groups["all stars"] = [each for stars in STARS for each in stars]
    groups |= {f"stars of reading {i}": list(stars) for i, stars in enumerate(STARS, 1)}
    groups |= {f"stars of demand {i}": list(stars) for i, stars in enumerate(zip(*STARS, strict=True), 1)}
    return groups


@cache
def forbidden() -> tuple[dict[float, str], dict[int, str]]:
    """The mean and median of every group, as they are and as a share of their scale, and the large sums."""
    means: dict[float, str] = {}
    sums: dict[int, str] = {}
    for name, group in planted().items():
        scale = 10 if "score" in name else 5
        for number in (mean(group), median(group), mean(group) / scale * 100):
            if number % 1:
                means[number] = f"mean of {name}"
        if sum(group) > 50:
            sums[sum(group)] = f"sum of {name}"
    return means, sums


def betrayed_by(text: str) -> list[tuple[str, str]]:
    """The numbers in a text that are a mean or a sum of scores, to however many decimals."""
    means, sums = forbidden()
    found = []
    for said in NUMBER.findall(text):
        whole, _, decimals = said.replace(",", ".").partition(".")
        if not decimals:
            found += [(said, name) for number, name in sums.items() if number == int(whole)]
        elif "." not in decimals:
            number, near = float(f"{whole}.{decimals}"), 0.5 * 10 ** -min(len(decimals), 9)
            found += [(said, name) for other, name in means.items() if abs(number - other) <= near]
    return found


async def plant(cast) -> dict[str, int | str]:
    """Three cases with scores, one with stars, and a record of most kinds; what addresses name."""
    an = await cast.an.viewer()
    cases = [
        await tabak(cast, alias=alias, started_on=clock.today() - timedelta(days=70))
        for alias in ("Tabak", "Merel", "Linde")
    ]
    for case, scores in zip(cases, SCORES, strict=True):
        for i, value in enumerate(scores):
            on = clock.today() - timedelta(days=2 * (len(scores) - i))
            await score(an, case.code, uuid4(), Scoring(value, "Zo is het nu.", on))
    named = Named(dict(enumerate(WORDS, 1)), cases[0].started_on, {})
    demands = await add_demands(an, cases[0].code, uuid4(), named)
    for i, stars in enumerate(STARS):
        ratings = {demand: Rating(value, "", None, "") for demand, value in zip(demands, stars, strict=True)}
        read = Read(Perspective.TOGETHER, clock.today() - timedelta(days=8 - i), ratings)
        await read_star(an, cases[0].code, uuid4(), read)
    failure = await heard(cast, cases[0])
    assessment = await wasted(cast, cases[0])
    await helped(cast, cases[1])
    await wanted(cast, cases[1])
    pattern = await a_pattern(cast, "Attest opnieuw", failure)
    last_score = await tables.ProgressScore.select(tables.ProgressScore.id).order_by(
        tables.ProgressScore.id, ascending=False
    )
    return {
        "code": cases[0].code,
        "failure_demand": failure,
        "demand_id": demands[0],
        "assessment_id": assessment,
        "pattern_id": pattern,
        "score_id": last_score[0]["id"],
    }


def addresses(known: dict[str, int | str]) -> Iterator[str]:
    """Every address of the application, with what was planted where it asks for something."""
    for route in all_routes():
        path = route["path"]
        if route["method"] != "GET" or path == "/static":
            continue
        for name, value in known.items():
            if name == "demand_id" and "faalvragen" in path:
                value = known["failure_demand"]
            path = re.sub(rf"\{{{name}(:\w+)?\}}", str(value), path)
        yield address(path, "durmeland", str(known["code"]))
        if path.endswith("/achter"):
            for what in ("faalvragen", "wat-hielp", "gepast", "contact", "interacties", "doorlooptijd"):
                yield f"{address(path, 'durmeland', '')}?wat={what}"


def texts_of(answer) -> Iterator[str]:
    """Everything an answer says: words, what is read aloud, values of JSON, cells of a sheet."""
    kind = answer.headers.get("content-type", "")
    if kind.startswith("text/html"):
        yield from _said_on(Page(answer))
    elif "json" in kind:
        yield from _values_in(json.loads(answer.text))
    elif "spreadsheet" in kind:
        for sheet in openpyxl.load_workbook(BytesIO(answer.content)):
            for row in sheet.iter_rows(values_only=True):
                yield from (str(cell) for cell in row if cell is not None)
    else:
        raise AssertionError(f"Nobody here can read {kind}")


def _said_on(page: Page) -> Iterator[str]:
    yield said_in(page.tree)
    for element in page.tree.iter():
        yield from (element.get(name, "") for name in SAID_BY)
        if element.tag in ("input", "data", "meter", "progress") and element.get("type") not in CHOICES:
            yield element.get("value", "")
        yield from (value for name, value in element.attrib.items() if name.startswith("data-"))
        if str(element.tag).endswith("}text"):
            yield "".join(element.itertext())


def _values_in(part) -> Iterator[str]:
    if isinstance(part, dict):
        for name, value in part.items():
            if name not in ("customdata", "layout"):
                yield from _values_in(value)
        yield from _values_in(part.get("layout", {}).get("annotations", []))
    elif isinstance(part, list):
        for value in part:
            yield from _values_in(value)
    elif part is not None:
        yield str(part)


@pytest.mark.parametrize(
    "said",
    ["7,46", "7.461538461538462", "gemiddeld 7,5 op 10", "74,6 %", "samen 162", "3,4 sterren", "5.667"],
)
def test_a_mean_or_a_sum_is_known_however_it_is_written(said):
    assert betrayed_by(said)


@pytest.mark.parametrize("said", ["8", "24/11/2026", "DL-0097", "40 dagen", "14.05 uur", "3 van 11"])
def test_other_numbers_are_left_alone(said):
    assert betrayed_by(said) == []


@pytest.mark.parametrize("member", TO_READ)
async def test_no_answer_holds_a_mean_or_a_sum_of_scores(web, cast, member):
    wrong, read = [], 0
    seat = web.as_(getattr(cast, member))
    with clock.at(NOON):
        for path in addresses(await plant(cast)):
            answer = await seat.raw("GET", path)
            if answer.status_code != 200:
                continue
            read += 1
            for text in texts_of(answer):
                wrong += [(path, *each, text[:80]) for each in betrayed_by(text)]

    assert read >= TO_READ[member]
    assert wrong == []
