"""The partnership's own words: what holds now, and what held before."""

from dataclasses import dataclass
from datetime import date

from tracker.partnership.rules.partners import DEFAULT_WORDINGS, WordingKind
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.tables import ValueStep, ValueStepVersion, Wording


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a text, with who wrote it, since when and why."""

    id: int
    kind: WordingKind
    title: str
    text: str
    since: date
    author: str
    reason: str
    decided_on: date | None
    decision: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Everything the partnership says about itself: current versions, and former ones by kind and title."""

    versions: tuple[Version, ...]

    def current(self, kind: WordingKind, title: str = "") -> Version | None:
        return next((v for v in self.versions if v.kind is kind and v.title == title), None)

    def on(self, kind: WordingKind, day: date, title: str = "") -> Version | None:
        """The version that held on a day."""
        return next(
            (v for v in self.versions if v.kind is kind and v.title == title and v.since <= day), None
        )

    def text(self, kind: WordingKind) -> str:
        """What a screen says: the partnership's words, or the standard ones until it wrote its own."""
        version = self.current(kind)
        return version.text if version else DEFAULT_WORDINGS.get(kind, "")

    def all_of(self, kind: WordingKind) -> list[Version]:
        """The current version of every principle, term or role mandate that still holds, by name."""
        latest: dict[str, Version] = {}
        for version in self.versions:
            if version.kind is kind:
                latest.setdefault(version.title, version)
        return sorted((v for v in latest.values() if v.text), key=lambda v: v.title.casefold())

    def former(self, kind: WordingKind, title: str = "") -> list[Version]:
        return [v for v in self.versions if v.kind is kind and v.title == title][1:]


@dataclass(frozen=True, slots=True)
class Step:
    """A value step as it is now."""

    id: int
    name: str
    meaning: str
    examples: str
    since: date
    retired_on: date | None


async def own_words(viewer: Viewer, *kinds: WordingKind) -> OwnWords:
    """Every version of these kinds of text (all kinds when none is named), latest first; one query."""
    return await words_of(viewer.partnership_id, *kinds)


async def words_of(partnership: int | None, *kinds: WordingKind) -> OwnWords:
    """The same of any partnership, for a page that it opened to everyone."""
    query = Wording.select(
        Wording.id,
        Wording.kind,
        Wording.title,
        Wording.text,
        Wording.since,
        Wording.author.name.as_alias("author_name"),
        Wording.reason,
        Wording.decided_on,
        Wording.decision,
    ).where(Wording.partnership == partnership)
    if kinds:
        query = query.where(Wording.kind.is_in([str(kind) for kind in kinds]))
    rows = await query.order_by(Wording.since, Wording.id, ascending=False)
    return OwnWords(
        tuple(
            Version(
                id=row["id"],
                kind=WordingKind(row["kind"]),
                title=row["title"],
                text=row["text"],
                since=row["since"],
                author=row["author_name"] or "",
                reason=row["reason"],
                decided_on=row["decided_on"],
                decision=row["decision"],
            )
            for row in rows
        )
    )


async def value_steps(viewer: Viewer, *, retired: bool = False) -> list[Step]:
    """The partnership's value steps, by name: they have no order. With the retired ones if asked."""
    return await steps_of(viewer.partnership_id, retired=retired)


async def steps_of(partnership: int | None, *, retired: bool = False) -> list[Step]:
    """The same of any partnership, for a page that it opened to everyone."""
    query = ValueStep.select(
        ValueStep.id,
        ValueStep.name,
        ValueStep.meaning,
        ValueStep.examples,
        ValueStep.since,
        ValueStep.retired_on,
    ).where(ValueStep.partnership == partnership)
    if not retired:
        query = query.where(ValueStep.retired_on.is_null())
    return [Step(**row) for row in await query.order_by(ValueStep.name, ValueStep.id)]


async def value_step_history(viewer: Viewer) -> list[dict[str, object]]:
    """Former wordings of all value steps, latest first."""
    return await (
        ValueStepVersion.select(
            ValueStepVersion.value_step,
            ValueStepVersion.name,
            ValueStepVersion.meaning,
            ValueStepVersion.examples,
            ValueStepVersion.until,
            ValueStepVersion.reason,
            ValueStepVersion.author.name.as_alias("author_name"),
        )
        .where(ValueStepVersion.value_step.partnership == viewer.partnership_id)
        .order_by(ValueStepVersion.id, ascending=False)
    )
