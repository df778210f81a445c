import re
from datetime import date
from pathlib import Path

import pytest

from tests.pictures.drawing import read
from tracker.pictures.contacts import Contact, Kind
from tracker.pictures.ink import INKS, inked
from tracker.pictures.loss import loss
from tracker.pictures.progress import Mark, Point, progress
from tracker.pictures.readings import Axis, Reading, layers
from tracker.pictures.star import star, worded
from tracker.pictures.weeks import weeks

STYLES = Path(__file__).parents[2] / "assets" / "styles"
TODAY = date(2026, 11, 5)
SIZES = {"wide", "slim", "star", "worded"}


def pictures() -> list[str]:
    line = progress([Point(TODAY, 3, 1)], [Mark(TODAY, "bedoeling herschreven")], until=TODAY)
    axes = [Axis(letter, 'class="now"') for letter in "ABC"]
    seen = layers([Reading(TODAY, (1, None, 3)), Reading(TODAY, (2, 3, 4))], Reading(TODAY, (1, 2, 2)))
    told = [Contact(TODAY, kind) for kind in Kind]
    strip = weeks(told, since=date(2026, 1, 1), until=TODAY).picture
    stars = [star(axes, seen) or "", worded(axes, seen) or ""]
    return [line.wide if line else "", *stars, strip.wide, loss().slim]


def light_colours() -> dict[str, str]:
    tokens = (STYLES / "tokens.css").read_text()
    return dict(re.findall(r"(--[\w-]+):\s*(#\w+)", tokens.partition("prefers-color-scheme")[0]))


def rules_of(name: str) -> dict[str, str]:
    """What pictures.css says about a class, in the light colours."""
    sheet = re.sub(r"/\*.*?\*/", "", (STYLES / "pictures.css").read_text(), flags=re.DOTALL)
    colours, found = light_colours(), {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        if any(selector.strip() in (f".{name}", f"svg .{name}") for selector in selectors.split(",")):
            for rule, value in re.findall(r"([\w-]+):\s*([^;]+);", body):
                found[rule] = re.sub(r"var\((--[\w-]+)\)", lambda token: colours[token[1]], value)
    return {rule: value.lstrip("0") if value.startswith("0.") else value for rule, value in found.items()}


@pytest.mark.parametrize("name", INKS)
def test_the_inks_of_a_document_are_those_of_the_screen(name: str):
    assert rules_of(name) == INKS[name]


@pytest.mark.parametrize("svg", pictures())
def test_every_class_in_a_picture_has_an_ink(svg: str):
    used = {name for mark in read(svg).root.iter() for name in mark.get("class", "").split()}

    assert used - SIZES <= INKS.keys()


@pytest.mark.parametrize("svg", pictures())
def test_a_document_gets_the_same_geometry_without_classes(svg: str):
    before, after = read(svg), read(inked(svg).replace(' xmlns="http://www.w3.org/2000/svg"', ""))

    assert [after.root.tag, *after.words()] == ["svg", *before.words()]
    assert after.spots() == before.spots()
    assert all(mark.get("class") is None for mark in after.root.iter())
