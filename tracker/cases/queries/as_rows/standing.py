"""Cases, what they are for and how far they are, as rows."""

from tracker.cases.exchange.kinds.cases import CaseRow
from tracker.cases.exchange.kinds.demands import StarRow, ValueDemandRow
from tracker.cases.exchange.kinds.purposes import PurposeRow
from tracker.cases.exchange.kinds.scores import ScoreRow
from tracker.cases.queries.as_rows.asking import Codes, Found, asked, grouped
from tracker.cases.queries.overview.validated import last_validation
from tracker.cases.rules import kinds as words


async def cases_as_rows(codes: Codes) -> list[Found]:
    shared = await grouped(
        codes,
        """SELECT s."case" AS one, o.name AS said
             FROM shared_with s JOIN organisation o ON o.id = s.organisation
            WHERE s.until IS NULL AND s."case" IN ({}) ORDER BY s.id""",
    )
    rows = await asked(
        codes,
        """SELECT c.id, c.alias, c.kind, c.municipality, c.started_on, c.ended_on, c.state, c.source_code,
                  c.reached, COALESCE(p.name, c.lead_name) AS lead, a.agreed, a.informed_on, a.how, a.limits
             FROM case_file c LEFT JOIN person p ON p.id = c.lead
             LEFT JOIN sharing_agreement a
                    ON a.id = (SELECT max(x.id) FROM sharing_agreement x WHERE x."case" = c.id)
            WHERE c.id IN ({}) ORDER BY c.number""",
    )
    return [
        (
            row["id"],
            CaseRow(
                code=codes[row["id"]],
                alias=row["alias"],
                kind=words.CaseKind(row["kind"]),
                municipality=row["municipality"],
                started_on=row["started_on"],
                ended_on=row["ended_on"],
                state=words.CaseState(row["state"]),
                lead=row["lead"],
                organisations=tuple(shared[row["id"]]),
                personas=(),
                fits_no_persona=False,
                former_code=row["source_code"],
                reached=words.Reached(row["reached"]),
                agreed=words.Agreed(row["agreed"] or words.Agreed.NOT_YET),
                agreed_on=row["informed_on"],
                agreed_how=row["how"] or "",
                remark=row["limits"] or "",
            ),
        )
        for row in rows
    ]


async def purposes_as_rows(codes: Codes) -> list[Found]:
    rows = await asked(
        codes,
        """SELECT t.id, t."case", t.since, t.words, t.reason, COALESCE(p.name, t.author_name) AS author
             FROM purpose t LEFT JOIN person p ON p.id = t.author
            WHERE t."case" IN ({}) ORDER BY t."case", t.since, t.id""",
    )
    return [
        (row["id"], PurposeRow(codes[row["case"]], row["since"], row["words"], row["reason"], row["author"]))
        for row in rows
    ]


async def value_demands_as_rows(codes: Codes) -> list[Found]:
    rows = await asked(
        codes,
        """SELECT t.id, t."case", t.place, t.words, t.theme, t.state, c.reason
             FROM value_demand t LEFT JOIN demand_change c
               ON c.id = (SELECT max(x.id) FROM demand_change x
                           WHERE x.demand = t.id AND x.kind <> 'reworded')
            WHERE t."case" IN ({}) ORDER BY t."case", t.place, t.id""",
    )
    return [
        (
            row["id"],
            ValueDemandRow(
                case=codes[row["case"]],
                number=row["place"] + 1,
                words=row["words"],
                theme=row["theme"],
                state=words.DemandState(row["state"]),
                reason=row["reason"] or "",
            ),
        )
        for row in rows
    ]


async def scores_as_rows(codes: Codes) -> list[Found]:
    rows = await asked(
        codes,
        f"""SELECT t.id, t."case", t.scored_on, t.score, t.interpretation, v.answer,
                   COALESCE(p.name, t.author_name) AS author
              FROM progress_score t LEFT JOIN person p ON p.id = t.author
              {last_validation(words.Subject.SCORE, "t")}
             WHERE t."case" IN ({{}}) ORDER BY t."case", t.scored_on, t.id""",
    )
    return [
        (
            row["id"],
            ScoreRow(
                case=codes[row["case"]],
                date=row["scored_on"],
                score=row["score"],
                interpretation=row["interpretation"],
                author=row["author"],
                validated=words.Validated(row["answer"]) if row["answer"] else None,
            ),
        )
        for row in rows
    ]


async def stars_as_rows(codes: Codes) -> list[Found]:
    """What was not spoken about has no star and is no row."""
    rows = await asked(
        codes,
        """SELECT t.id, r."case", r.read_on, r.perspective, d.place, t.stars, t.note
             FROM star_rating t JOIN star_reading r ON r.id = t.reading
             JOIN value_demand d ON d.id = t.demand
            WHERE t.stars IS NOT NULL AND r."case" IN ({}) ORDER BY r."case", r.read_on, r.id, d.place""",
    )
    return [
        (
            row["id"],
            StarRow(
                case=codes[row["case"]],
                date=row["read_on"],
                demand=row["place"] + 1,
                stars=row["stars"],
                perspective=words.Perspective(row["perspective"]),
                note=row["note"],
            ),
        )
        for row in rows
    ]
