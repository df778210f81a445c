"""Cards from phones: laid on the table, taken back, put together (L17)."""

from collections.abc import Mapping
from uuid import UUID

from tracker import clock
from tracker.database import writing
from tracker.learning.actions.sessions.alone import already_made, session_alone, session_joined
from tracker.learning.queries import patterns
from tracker.learning.queries.sessions.cards import cards_of, session_behind
from tracker.learning.rules.cards import why_not_add
from tracker.learning.rules.kinds import Subject
from tracker.learning.rules.sessions import why_not_work
from tracker.learning.tables.sessions import Card
from tracker.partnership import trail
from tracker.partnership.rules.roles import Viewer
from tracker.problems import NotFound, RuleBroken


async def add_card(
    viewer: Viewer, entry_code: str, key: UUID, words: str, *, quoted: bool = False, case: int | None = None
) -> int:
    """Lay a card on the table; the same key again returns the same id. Raises RuleBroken and NotFound.

    `case` is a case of the session that this person may open.
    """
    async with writing():
        session = await session_joined(viewer, (await session_behind(viewer, entry_code)).id)
        if made := await already_made(Card, session, key):
            return made
        on_the_table = await Card.count().where(Card.session == session.id, Card.removed_at.is_null())
        if reason := why_not_work(session.state) or why_not_add(words, on_the_table=on_the_table):
            raise RuleBroken(reason, "words")
        if case is not None and case not in {each.id for each in session.cases if each.opens}:
            raise RuleBroken("Kies een casus uit de lijst.", "case")
        card = Card(
            key=key,
            session=session.id,
            case=case,
            words=words.strip(),
            quoted=quoted,
            author=viewer.person_id,
            written_at=clock.now(),
        )
        await card.save()
        await trail.record(viewer, "card added", Subject.SESSION, session.id, card=card.id)
        return int(card.id)


async def take_back_card(viewer: Viewer, session_id: int, card_id: int) -> None:
    """Take the viewer's own card off the table. Raises RuleBroken and NotFound."""
    async with writing():
        session = await session_joined(viewer, session_id)
        if reason := why_not_work(session.state):
            raise RuleBroken(reason)
        if card_id not in {card.id for card in await cards_of(viewer, session, mine=True)}:
            raise NotFound
        await Card.update({Card.removed_at: clock.now()}).where(Card.id == card_id)
        await trail.record(viewer, "card removed", Subject.SESSION, session.id, card=card_id)


async def group_cards(
    viewer: Viewer, session_id: int, groups: Mapping[int, str], linked: Mapping[int, int | None]
) -> None:
    """Put cards together under a name, and link them to a pattern; their words stay. Raises RuleBroken.

    `groups` holds a name by card, `linked` a pattern by card (None: no longer linked).
    """
    async with writing():
        session = await session_alone(viewer, session_id)
        if reason := why_not_work(session.state):
            raise RuleBroken(reason)
        known = await patterns.to_choose(viewer)
        moved = []
        for card in await cards_of(viewer, session):
            group = " ".join(groups.get(card.id, card.group).split())
            pattern = linked.get(card.id, card.pattern_id)
            if (group, pattern) == (card.group, card.pattern_id):
                continue
            if pattern is not None and pattern not in known and pattern != card.pattern_id:
                raise RuleBroken("Kies een patroon uit de lijst.", f"pattern-{card.id}")
            await Card.update({Card.grouped_as: group, Card.pattern: pattern}).where(Card.id == card.id)
            moved.append(card.id)
        if moved:
            await trail.record(viewer, "cards grouped", Subject.SESSION, session.id, cards=moved)
