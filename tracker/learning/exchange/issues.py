"""Issues as a workbook tells them, one per row; the board reads what they mean."""

from dataclasses import dataclass

from tracker.cases.exchange.fields import Field, Holds, Kind
from tracker.cases.exchange.messages import Level
from tracker.cases.exchange.rows import RowReader

LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue in the words of the workbook; `raised` is a day as `2025-02-04`, or nothing."""

    number: str
    title: str
    raised: str
    why_not_team: str
    carries: str
    kind: str
    state: str
    feedback: str


def read(row: RowReader) -> IssueRow | None:
    """The issue of a row."""
    title = row.text("title")
    if not title:
        row.say(Level.ERROR, "kwestie_zonder_naam", "Kwestie zonder naam", "title")
        return None
    raised = row.date("raised") if row.has("raised") else None
    return IssueRow(
        number=row.text("number"),
        title=title,
        raised=raised.isoformat() if raised else "",
        why_not_team=row.text("why_not_team"),
        carries=row.text("carries"),
        kind=row.text("kind"),
        state=row.text("state"),
        feedback=row.text("feedback"),
    )


ISSUES = Kind(
    "issues",
    "Kwesties",
    "kwestie",
    "Kwesties|Kwestie|Knelpunten voor de bestuursraad",
    (
        Field("number", "Nr", Holds.LABEL, "nummer|volgnummer"),
        Field("raised", "Ingebracht", Holds.DATE, "ingebracht op|datum|sinds"),
        Field("title", "Kwestie", Holds.TEXT, "onderwerp|waarover", required=True, longest=LONGEST_TITLE),
        Field("why_not_team", "Waarom kan het team dit niet", Holds.TEXT, "waarom niet het team|waarom"),
        Field("carries", "Wie draagt", Holds.LABEL, "trekker|ingebracht door|door wie"),
        Field("kind", "Soort", Holds.LABEL, "type"),
        Field("state", "Stand", Holds.TEXT, "status|stand van zaken"),
        Field("feedback", "Terugkoppeling", Holds.TEXT, "teruggekoppeld|antwoord"),
    ),
    read,
    key=("title",),
    same=("title",),
    same_words="kwestie als",
)
