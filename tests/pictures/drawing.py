"""Reads a picture back: its marks, its words and whether they lie inside the paper."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from tracker.pictures.room import Box, text_box

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Drawing:
    root: ElementTree.Element

    @property
    def label(self) -> str:
        return self.root.get("aria-label", "")

    @property
    def paper(self) -> Box:
        return Box(*map(float, self.root.get("viewBox", "").split()))

    def marks(self, ink: str, tag: str | None = None) -> list[ElementTree.Element]:
        return [
            each
            for each in self.root.iter()
            if ink in each.get("class", "").split() and (tag is None or each.tag == tag)
        ]

    def spots(self) -> list[tuple[float, float]]:
        """Every point that a line, dot or block touches."""
        found: list[tuple[float, float]] = []
        for each in self.root.iter():
            found += spots_of(each)
        return found

    def words(self) -> list[str]:
        return ["".join(each.itertext()) for each in self.root.iter("text")]

    def word_boxes(self) -> list[Box]:
        return [
            text_box(
                "".join(each.itertext()),
                float(each.get("x", "")),
                float(each.get("y", "")),
                each.get("text-anchor", "start"),
            )
            for each in self.root.iter("text")
        ]

    def stays_on_paper(self) -> bool:
        """Whether every mark and every word lies inside; descenders may reach two units below."""
        right, bottom = self.paper.right, self.paper.bottom
        marks_inside = all(-0.1 <= x <= right + 0.1 and -0.1 <= y <= bottom + 0.1 for x, y in self.spots())
        words_inside = all(box.within(Box(0, 0, right + 0.5, bottom + 2)) for box in self.word_boxes())
        return marks_inside and words_inside


def read(svg: str) -> Drawing:
    """The picture, which must be valid XML without any style of its own."""
    assert "style" not in svg
    return Drawing(ElementTree.fromstring(svg))


def spots_of(mark: ElementTree.Element) -> list[tuple[float, float]]:
    def at(name: str) -> float:
        return float(mark.get(name, "0"))

    if mark.tag == "line":
        return [(at("x1"), at("y1")), (at("x2"), at("y2"))]
    if mark.tag in ("polyline", "polygon"):
        numbers = [float(each) for each in NUMBER.findall(mark.get("points", ""))]
        return list(zip(numbers[::2], numbers[1::2], strict=True))
    if mark.tag == "circle":
        return [(at("cx") - at("r"), at("cy") - at("r")), (at("cx") + at("r"), at("cy") + at("r"))]
    if mark.tag == "rect":
        return [(at("x"), at("y")), (at("x") + at("width"), at("y") + at("height"))]
    return []


def centre(mark: ElementTree.Element) -> tuple[float, float]:
    return float(mark.get("cx", "")), float(mark.get("cy", ""))
