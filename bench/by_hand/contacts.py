"""The interactions of one case, and who took part in them."""

from bench.by_hand.driver import ask, day, grouped, ids
from tracker.cases.figures.contacts import Part
from tracker.cases.queries.overview.contacts import Contact
from tracker.cases.queries.seen import Case
from tracker.cases.rules import kinds


async def contacts_of(case: Case) -> tuple[Contact, ...]:
    rows = await ask(
        """
        SELECT i.id, i.happened_on, i.kind, i.outcome, o.name
          FROM interaction i LEFT JOIN organisation o ON o.id = i.organisation
         WHERE i."case" = $1 ORDER BY i.happened_on DESC, i.id DESC
        """,
        case.id,
    )
    latest = ids(rows[:3])
    told = await ask(f"SELECT id, with_whom, minutes, note FROM interaction WHERE id IN ({latest})")
    words = {row[0]: tuple(row[1:]) for row in told}
    places = await grouped(
        f"""SELECT a.interaction, d.place FROM interaction_demand a JOIN value_demand d ON d.id = a.demand
             WHERE a.interaction IN ({latest}) ORDER BY d.place"""
    )
    others = await grouped(
        f"""SELECT a.interaction, o.name FROM interaction_organisation a
              JOIN organisation o ON o.id = a.organisation
             WHERE a.interaction IN ({latest}) ORDER BY o.name"""
    )
    return tuple(
        Contact(
            row[0],
            day(row[1]),
            kinds.ContactKind(row[2]),
            kinds.ContactOutcome(row[3]),
            tuple(dict.fromkeys(name for name in (row[4], *others.get(row[0], ())) if name)),
            *words.get(row[0], ("", None, "")),
            tuple(places.get(row[0], ())),
        )
        for row in rows
    )


async def parts_of(case: Case) -> list[Part]:
    rows = await ask(
        """
        SELECT o.name, sum(CASE WHEN i.outcome = 'contact' THEN 1 ELSE 0 END),
               sum(CASE WHEN i.outcome = 'attempt' THEN 1 ELSE 0 END),
               sum(CASE WHEN i.outcome = 'about' THEN 1 ELSE 0 END), max(i.happened_on)
          FROM (SELECT id, organisation FROM interaction WHERE "case" = $1
                UNION
                SELECT a.interaction, a.organisation
                  FROM interaction_organisation a JOIN interaction i ON i.id = a.interaction
                 WHERE i."case" = $1) took_part
          JOIN interaction i ON i.id = took_part.id JOIN organisation o ON o.id = took_part.organisation
         GROUP BY o.name
        """,
        case.id,
    )
    return [Part(*row[:4], day(row[4])) for row in sorted(rows, key=lambda row: row[0].casefold())]
