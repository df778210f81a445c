"""An answer as a reader meets it. Every page read in any test is checked for hygiene on the way.

page = await web.as_(cast.an).get("/p/durmeland/casussen")
assert page.status == 200
assert "Tabak" in page
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import html5lib
from httpx import Response

ARTEFACTS = re.compile(r"\bNone\b|\{\{|\{%|Undefined|object at 0x|\bnan\b|\bTrue\b|\bFalse\b")
UNLABELLED = ("hidden", "submit", "button", "image", "reset")
NAMED_BY = ("for", "aria-describedby", "aria-labelledby", "aria-controls")
SVG = "{http://www.w3.org/2000/svg}svg"


class Page:
    """One answer: `status`, `location` of a redirect, `text` as read, and its forms, links and errors."""

    def __init__(self, response: Response) -> None:
        self.response = response
        self.status = response.status_code
        self.location = response.headers.get("location", "")
        self.headers = response.headers
        self.is_html = response.headers.get("content-type", "").startswith("text/html")
        self.html = response.text if self.is_html else ""
        self.is_whole = self.html.lstrip().lower().startswith("<!doctype")
        self.tree, self.text, problems = _read(self.html, self.is_whole)
        assert not problems, f"{response.request.url}: {'; '.join(problems)}"

    def __contains__(self, words: str) -> bool:
        return words in self.text

    def __repr__(self) -> str:
        return f"<Page {self.status} {self.location or self.text[:2000]!r}>"

    @property
    def title(self) -> str:
        return said_in(self.tree.find("head/title"))

    @property
    def heading(self) -> str:
        return said_in(next(self.tree.iter("h1"), None))

    @property
    def errors(self) -> dict[str, str]:
        """What the fields say is wrong, by field name; under '' what the summary says without a field."""
        ids = {element.get("id"): element.get("name", "") for element in self.tree.iter()}
        summary = [item for box in self.all("div", "errors") for item in box.iter("li")]
        said = {}
        for item in summary:
            link = item.find("a")
            place = link.get("href", "")[1:] if link is not None else None
            said[ids.get(place, "") if place else ""] = said_in(item)
        return said

    def all(self, tag: str, class_: str = "") -> list[Element]:
        """Every element of this kind, with this class when given."""
        return [
            element
            for element in self.tree.iter(tag)
            if not class_ or class_ in element.get("class", "").split()
        ]

    def links(self) -> dict[str, str]:
        """Where one can go: the name of every link, with its URL."""
        return {link.get("aria-label") or said_in(link): link.get("href", "") for link in self.all("a")}

    def form(self, action: str = "") -> dict[str, str | list[str]]:
        """The fields of the form with this action (or of the last form), as the browser would send them."""
        forms = [form for form in self.all("form") if not action or form.get("action") == action]
        assert forms, f"no form {action!r} in {self!r}"
        fields: dict[str, str | list[str]] = {}
        for name, value in _sent_by(forms[-1]):
            before = fields.get(name)
            if before is None:
                fields[name] = value
            else:
                fields[name] = [*(before if isinstance(before, list) else [before]), value]
        return fields

    def rows(self, table: int = 0) -> list[list[str]]:
        """The cells of a table, row by row, its headings first."""
        return [[said_in(cell) for cell in row] for row in self.all("table")[table].iter("tr")]


@lru_cache(maxsize=16)
def _read(html: str, whole: bool) -> tuple[Element, str, list[str]]:
    """The page as a tree, what it says, and what is wrong with it; 'not found' is read again and again."""
    tree = _tree(html, whole)
    text = said_in(tree)
    return tree, text, list(_problems(tree, text, whole)) if html.strip() else []


def _tree(html: str, whole: bool) -> Element:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html) if whole else parser.parseFragment(html, container="template")
    wrong = [f"line {place[0]}: {kind} {about}" for place, kind, about in parser.errors]
    assert not whole or not wrong, f"HTML: {'; '.join(wrong)}"
    return tree


def said_in(element: Element | None) -> str:
    """The visible words, with single spaces."""
    return " ".join("".join(_words(element)).split()) if element is not None else ""


def _words(element: Element) -> Iterator[str]:
    if element.tag in ("script", "style", "template", "head") or not isinstance(element.tag, str):
        return
    block = element.tag not in (
        "a",
        "b",
        "strong",
        "em",
        "i",
        "q",
        "span",
        "small",
        "mark",
        "u",
        "abbr",
        "time",
    )
    yield " " if block else ""
    yield element.text or ""
    for inner in element:
        yield from _words(inner)
        yield inner.tail or ""
    yield " " if block else ""


def _sent_by(form: Element) -> Iterator[tuple[str, str]]:
    for field in form.iter():
        name = field.get("name")
        if not name or "disabled" in field.attrib:
            continue
        if field.tag == "textarea":
            yield name, "".join(field.itertext())
        elif field.tag == "select":
            options = list(field.iter("option"))
            chosen = [option for option in options if "selected" in option.attrib] or options[:1]
            for option in chosen:
                yield name, option.get("value", said_in(option))
        elif field.tag == "input":
            kind = field.get("type", "text")
            if kind in ("checkbox", "radio"):
                if "checked" in field.attrib:
                    yield name, field.get("value", "on")
            elif kind not in ("file", "submit", "button", "image", "reset"):
                yield name, field.get("value", "")


def _problems(tree: Element, text: str, whole: bool) -> Iterator[str]:
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    if whole:
        yield from _page_problems(tree)
        yield from _reference_problems(elements)
    ids = Counter(element.get("id") for element in elements if element.get("id"))
    yield from (f"id {name} stands {count} times" for name, count in ids.items() if count > 1)
    yield from _field_problems(tree, elements)
    yield from _form_problems(elements)
    yield from _policy_problems(elements)
    if artefact := ARTEFACTS.search(text):
        yield f"artefact {text[max(0, artefact.start() - 40) : artefact.end() + 40]!r}"
    english = set(re.findall(r"[a-z]+", _in_dutch(tree).lower())) & english_words()
    if english:
        yield f"English: {', '.join(sorted(english))}"


def _page_problems(tree: Element) -> Iterator[str]:
    if tree.get("lang") != "nl-BE":
        yield "no lang"
    title = _title_of(tree)
    if not re.fullmatch(r"\S.* – \S.*", title):
        yield f"title {title!r}"
    if title.startswith("Fout: ") != any(
        "errors" in box.get("class", "") and box.get("role") == "alert" for box in tree.iter("div")
    ):
        yield "title and errors do not agree"
    headings = list(tree.iter("h1"))
    if len(headings) != 1 or not said_in(headings[0]):
        yield f"{len(headings)} h1"


def _title_of(tree: Element) -> str:
    return " ".join((tree.findtext("head/title") or "").split())


def _reference_problems(elements: list[Element]) -> Iterator[str]:
    ids = {element.get("id") for element in elements}
    for element in elements:
        for attribute in NAMED_BY:
            for name in element.get(attribute, "").split():
                if name not in ids:
                    yield f"{attribute} {name} names nothing"
        target = element.get("hx-target", "")
        if target.startswith("#") and target[1:] not in ids:
            yield f"hx-target {target} names nothing"
        href = element.get("href", "")
        if element.tag == "a" and len(href) > 1 and href.startswith("#") and href[1:] not in ids:
            yield f"link {href} leads nowhere"


def _field_problems(tree: Element, elements: list[Element]) -> Iterator[str]:
    labelled = {label.get("for") for label in tree.iter("label")}
    inside = {id(field) for label in tree.iter("label") for field in label.iter()}
    for field in elements:
        if field.tag not in ("input", "select", "textarea") or field.get("type") in UNLABELLED:
            continue
        named = field.get("aria-label") or field.get("aria-labelledby")
        if not named and id(field) not in inside and field.get("id") not in labelled:
            yield f"field {field.get('name')} has no label"
        if not field.get("name"):
            yield f"field {field.get('id')} has no name"
    for group in tree.iter("fieldset"):
        if group.find("legend") is None:
            yield "fieldset without legend"


def _form_problems(elements: list[Element]) -> Iterator[str]:
    for form in elements:
        if form.tag != "form":
            continue
        method = form.get("method", "").lower()
        if not form.get("action") or (method not in ("get", "post")):
            yield f"form {form.get('action')!r} {method!r} needs action and method"
        names = [field.get("name") for field in form.iter("input")]
        if method == "post" and names.count("_csrf_token") != 1:
            yield f"form {form.get('action')} carries {names.count('_csrf_token')} tokens"
        if method == "get" and "_csrf_token" in names:
            yield f"form {form.get('action')} puts its token in the URL"
    for link in elements:
        if link.tag == "a" and not (said_in(link) or link.get("aria-label")):
            yield f"link {link.get('href')} has no words"
        if link.tag == "a" and not link.get("href"):
            yield f"link {said_in(link)} leads nowhere"
        if link.tag == "a" and urljoin("https://here/", link.get("href", "")).startswith("javascript:"):
            yield "link runs a script"


def _policy_problems(elements: list[Element]) -> Iterator[str]:
    """What the content security policy would block, and pictures without a name."""
    for element in elements:
        if element.tag == "style" or "style" in element.attrib:
            yield f"inline style on {element.tag}"
        if (
            element.tag == "script"
            and "src" not in element.attrib
            and element.get("type") != "application/json"
        ):
            yield "inline script"
        if any(name.startswith("on") for name in element.attrib):
            yield f"inline handler on {element.tag}"
        if element.tag == SVG and element.get("aria-hidden") != "true" and not element.get("aria-label"):
            yield "picture without a name"
        if element.tag == "img" and "alt" not in element.attrib:
            yield "img without alt"


def _in_dutch(element: Element) -> str:
    """The visible words of the product: not what people said, nor what is marked as another language."""
    parts: list[str] = []

    def walk(part: Element) -> None:
        if not isinstance(part.tag, str) or part.tag in (
            "script",
            "style",
            "head",
            "q",
            "blockquote",
            "textarea",
        ):
            return
        if not part.get("lang", "nl").startswith("nl"):
            return
        parts.extend((part.text or "", " ", part.get("aria-label", ""), " "))
        for inner in part:
            walk(inner)
            parts.append(inner.tail or "")

    walk(element)
    return " ".join(parts)


@cache
def english_words() -> frozenset[str]:
    """Words that no Dutch screen needs."""
    lines = (Path(__file__).parent / "english_words.txt").read_text().split()
    return frozenset(lines)
