"""The words on cases, in and outside patterns, as far as the viewer may open those cases (law 3)."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from piccolo.columns.combination import WhereRaw

from tracker.cases.queries.pages import SIZE, Shown
from tracker.cases.queries.seen import visible_to
from tracker.cases.rules.searching import asked_words, folded
from tracker.database import heavy_read
from tracker.learning.queries.patterns import Pattern
from tracker.learning.queries.sources import SOURCES, Source, cases_seen
from tracker.learning.rules.kinds import PatternKind
from tracker.learning.rules.likeness import Alike, Known, by_likeness, most_alike
from tracker.learning.rules.small_counts import CaseCount
from tracker.learning.tables.patterns import Occurrence
from tracker.partnership.rules.roles import Viewer


@dataclass(frozen=True, slots=True)
class Word:
    """Words or a deed on a case, by the id of their record; `quoted` when somebody said them literally."""

    id: int
    words: str
    quoted: bool
    on: date
    response: str
    author: str
    code: str
    case_name: str

    @property
    def month(self) -> date:
        return self.on.replace(day=1)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A pattern that some words look like, and the words in it because of which."""

    pattern: int
    name: str
    because: str
    count: CaseCount


KNOWN = """
    WITH counted AS (
        SELECT pattern, COUNT(DISTINCT "case") AS cases FROM occurrence
         WHERE partnership = {{}} GROUP BY pattern)
    SELECT p.id, p.name, p.name AS words, c.cases
      FROM pattern p LEFT JOIN counted c ON c.pattern = p.id
     WHERE p.partnership = {{}} AND p.kind = {{}} AND p.merged_into IS NULL AND p.retired_on IS NULL
    UNION ALL
    SELECT p.id, p.name, w.{words}, c.cases
      FROM pattern p JOIN counted c ON c.pattern = p.id JOIN occurrence o ON o.pattern = p.id
           JOIN {table} w ON w.id = o.{record} JOIN case_file ON case_file.id = o."case"
     WHERE p.partnership = {{}} AND p.kind = {{}} AND p.merged_into IS NULL AND p.retired_on IS NULL
       AND {{}}
"""


async def words_in(viewer: Viewer, pattern: Pattern, page: int = 1) -> Shown[Word]:
    """The words in a pattern that this viewer may read, latest first."""
    if not viewer.works_on_cases:
        return Shown((), 0, 1)
    source = SOURCES[pattern.kind]
    mine = (Occurrence.pattern == pattern.id, Occurrence.case.is_in(cases_seen(viewer)))
    rows = await _paged(word_columns(source, source.occurrence, Occurrence), mine, source, page)
    return Shown(tuple(word_of(source, row) for row in rows), await Occurrence.count().where(*mine), page)


async def first_and_last(viewer: Viewer, pattern: Pattern) -> tuple[Word | None, Word | None]:
    """The oldest and the latest words in a pattern that this viewer may read."""
    if not viewer.works_on_cases or not pattern.times:
        return None, None
    source = SOURCES[pattern.kind]
    mine = (Occurrence.pattern == pattern.id, Occurrence.case.is_in(cases_seen(viewer)))
    by_day = (getattr(source.occurrence, source.day), source.occurrence)
    ends = [
        Occurrence.select(Occurrence.id).where(*mine).order_by(*by_day, ascending=oldest).limit(1)
        for oldest in (True, False)
    ]
    rows = await (
        Occurrence.select(*word_columns(source, source.occurrence, Occurrence))
        .where(Occurrence.id.is_in(ends[0]) | Occurrence.id.is_in(ends[1]))
        .order_by(*by_day)
    )
    return (word_of(source, rows[0]), word_of(source, rows[-1])) if rows else (None, None)


async def ungrouped(viewer: Viewer, kind: PatternKind, page: int = 1) -> Shown[Word]:
    """The words of this kind that stand in no pattern yet, latest first."""
    source = SOURCES[kind]
    mine = _loose(viewer, source)
    total = await source.table.count().where(*mine)
    rows = await (
        source.table.select(*word_columns(source, source.table, source.table))
        .where(*mine)
        .order_by(getattr(source.table, source.day), source.table.id, ascending=False)
        .limit(SIZE)
        .offset((page - 1) * SIZE)
    )
    return Shown(tuple(word_of(source, row) for row in rows), total, page)


async def all_ungrouped(viewer: Viewer, kind: PatternKind) -> list[Word]:
    """Every one of them, however many there are."""
    source = SOURCES[kind]
    rows = await heavy_read(
        source.table.select(*word_columns(source, source.table, source.table))
        .where(*_loose(viewer, source))
        .order_by(getattr(source.table, source.day), source.table.id, ascending=False)
    )
    return [word_of(source, row) for row in rows]


async def ungrouped_found(viewer: Viewer, kind: PatternKind, question: str, page: int = 1) -> Shown[Word]:
    """Those in which each of the words that somebody typed occurs, capitals and accents aside."""
    asked, every = asked_words(question), await all_ungrouped(viewer, kind)

    def found() -> list[Word]:
        return [word for word in every if all(part in folded(word.words) for part in asked)]

    return _page_of(await asyncio.to_thread(found), page)


async def ungrouped_like(viewer: Viewer, kind: PatternKind, word_id: int) -> Shown[Word]:
    """One of them and those that look like it, most alike first; none once it stands in a pattern."""
    every = await all_ungrouped(viewer, kind)
    this = next((word for word in every if word.id == word_id), None)
    if this is None:
        return Shown((), 0)
    others = [word for word in every if word.id != word_id]
    places = await asyncio.to_thread(by_likeness, this.words, [word.words for word in others])
    alike = [this, *(others[place] for place in places)][:SIZE]
    return Shown(tuple(alike), len(alike))


async def suggestions_for(
    viewer: Viewer, kind: PatternKind, words: Mapping[int, str]
) -> dict[int, list[Suggestion]]:
    """For each of these words (by any id) the patterns it looks like, by their names and the words in them.

    Only words that this viewer may read count; the number of cases is that of the whole partnership.
    """
    if not words or not viewer.works_on_cases:
        return {}
    source = SOURCES[kind]
    asked = KNOWN.format(words=source.words, table=source.table._meta.tablename, record=source.record)
    own = viewer.partnership_id
    rows = await heavy_read(Occurrence.raw(asked, own, own, kind, own, kind, visible_to(viewer).querystring))
    if not rows:
        return {}
    things = {row["id"]: row for row in rows}
    known = [Known(row["id"], row["words"]) for row in rows]
    found = await asyncio.to_thread(most_alike, list(words.values()), known)
    return {
        word: [
            Suggestion(each.belongs_to, things[each.belongs_to]["name"], each.text, _count(things, each))
            for each in alike
        ]
        for word, alike in zip(words, found, strict=True)
    }


def _count(things: Mapping[int, dict[str, Any]], alike: Alike) -> CaseCount:
    return CaseCount(things[alike.belongs_to]["cases"] or 0)


def _loose(viewer: Viewer, source: Source) -> tuple[Any, ...]:
    table = source.table._meta.tablename
    return (
        source.table.case.is_in(cases_seen(viewer)),
        source.belongs,
        WhereRaw(f"NOT EXISTS (SELECT 1 FROM occurrence oc WHERE oc.{source.record} = {table}.id)"),
    )


async def _paged(
    columns: Sequence[Any], where: Sequence[Any], source: Source, page: int
) -> list[dict[str, Any]]:
    return await (
        Occurrence.select(*columns)
        .where(*where)
        .order_by(getattr(source.occurrence, source.day), source.occurrence, ascending=False)
        .limit(SIZE)
        .offset((page - 1) * SIZE)
    )


def word_columns(source: Source, record: Any, owner: Any) -> list[Any]:
    """What a word needs, read from its own table or through a reference to it; `owner` knows the case."""
    heard = source.record == "failure_demand"
    return [
        record.id.as_alias("id"),
        getattr(record, source.words).as_alias("words"),
        getattr(record, source.day).as_alias("day"),
        record.author.name.as_alias("author_name"),
        owner.case.code.as_alias("code"),
        owner.case.alias.as_alias("alias"),
        *((record.observed.as_alias("observed"), record.response.as_alias("response")) if heard else ()),
    ]


def word_of(source: Source, row: dict[str, Any]) -> Word:
    """A row of these columns as a word."""
    return Word(
        id=row["id"],
        words=row["words"],
        quoted=source.quoted and not row.get("observed"),
        on=row["day"],
        response=row.get("response", ""),
        author=row["author_name"] or "",
        code=row["code"],
        case_name=row["alias"] or row["code"],
    )


def _page_of(words: Collection[Word], page: int) -> Shown[Word]:
    start = (page - 1) * SIZE
    return Shown(tuple(list(words)[start : start + SIZE]), len(words), page)
