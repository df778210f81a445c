"""Templates are code: all of them parse, none holds anything it does not use, and pages have one shape."""

import re

import pytest
from jinja2 import meta, nodes

from tracker.web.pages import TEMPLATES, environment

NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
SOURCES = {name: (TEMPLATES / name).read_text() for name in NAMES}
JINJA = environment()
EXTENDED = {
    name: extends.template.value
    for name, source in SOURCES.items()
    if (extends := JINJA.parse(source).find(nodes.Extends))
}
PAGES = [name for name in EXTENDED if name not in EXTENDED.values()]
COMPONENTS = [name for name in NAMES if name.startswith("components/")]


@pytest.mark.parametrize("name", NAMES)
def test_a_template_parses_and_knows_its_filters(name):
    JINJA.get_template(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_uses_everything_it_imports_and_every_macro_is_used(name):
    tree = JINJA.parse(SOURCES[name])
    used = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    imported = {
        alias[1] if isinstance(alias, tuple) else alias
        for statement in tree.find_all(nodes.FromImport)
        for alias in statement.names
    } | {statement.target for statement in tree.find_all(nodes.Import)}
    own = {macro.name for macro in tree.find_all(nodes.Macro) if macro.name.startswith("_")}

    assert (imported | own) - used == set()


@pytest.mark.parametrize("name", NAMES)
def test_what_a_template_names_exists(name):
    references = [ref for ref in meta.find_referenced_templates(JINJA.parse(SOURCES[name])) if ref]

    assert set(references) <= set(NAMES)


def test_every_component_and_part_is_used():
    referenced = {
        ref for source in SOURCES.values() for ref in meta.find_referenced_templates(JINJA.parse(source))
    }
    parts = [name for name in NAMES if name.rpartition("/")[2].startswith("_")]
    in_code = "\n".join(path.read_text() for path in TEMPLATES.parent.glob("tracker/**/*.py"))

    assert [name for name in parts if name not in referenced and f'"{name}"' not in in_code] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_template_never_switches_off_escaping_and_never_formats_a_date_itself(name):
    source = SOURCES[name]

    assert not re.search(r"\|\s*safe\b|Markup|autoescape", source)
    assert "strftime" not in source
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*(src=|application/json))", source)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_a_title_and_one_heading(name):
    *chain, last = _chain(name)
    blocks = {block.name for each in chain for block in JINJA.parse(SOURCES[each]).find_all(nodes.Block)}

    assert last == "layout.html"
    assert "title" in blocks
    assert sum(_headings(each) for each in chain) == 1


def _chain(name):
    """The page, what it extends, and so on."""
    return [name, *_chain(EXTENDED[name])] if name in EXTENDED else [name]


def _headings(name):
    """How many h1 a template draws, its parts included."""
    included = [part.template for part in JINJA.parse(SOURCES[name]).find_all(nodes.Include)]
    parts = [part.value for part in included if isinstance(part, nodes.Const)]
    return SOURCES[name].count("<h1") + sum(_headings(part) for part in parts)


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_takes_values_only(name):
    macros = {macro.name for macro in JINJA.parse(SOURCES[name]).find_all(nodes.Macro)}
    outside = meta.find_undeclared_variables(JINJA.parse(SOURCES[name])) - macros

    assert outside <= {"caller"}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_says_nothing_in_forbidden_ways(name):
    said = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", SOURCES[name], flags=re.S)

    assert not re.search(r"\b(indien|gelieve|tevens|teneinde|dienen te|reeds|betreffende|submit|OK)\b", said)
    assert "casusoverleg" not in said.lower()
    assert "!" not in said
