"""The way of an issue between team, board and organisations, as a picture (B11)."""

from markupsafe import Markup

from tracker.board.queries.issues import Issue, Step
from tracker.board.rules.issues import HEARD
from tracker.board.rules.kinds import Circle, IssueState, StepKind
from tracker.pictures.way import Stop, way

TEAM, BOARD = "Team", "Bestuursraad"
LABELS = {
    StepKind.RAISED: "ingebracht",
    StepKind.TAKEN_UP: "opgenomen",
    StepKind.FED_BACK: "terug",
    StepKind.PARKED: "geparkeerd",
    StepKind.SOLVED: "opgelost",
    StepKind.SENT_BACK: "terug",
    StepKind.RAISED_AGAIN: "opnieuw",
    StepKind.HANDED_OVER: "overgenomen",
    StepKind.NOTED: "genoteerd",
}
AT_THE_BOARD = (StepKind.TAKEN_UP, StepKind.HANDED_OVER)


def way_of(issue: Issue) -> Markup:
    """The picture of every step, and of the one that is owed now."""
    home = TEAM if issue.circle is Circle.TEAM else BOARD
    stops = [
        Stop(
            _lane(step, home),
            f"bij {step.organisation}" if step.kind is StepKind.ESCALATED else LABELS[step.kind],
            step.on,
            back=step.kind in HEARD and step.kind not in AT_THE_BOARD,
        )
        for step in issue.steps
    ]
    if issue.state is IssueState.NEW:
        stops.append(Stop(BOARD, "op te nemen", issue.today, owed=True))
    elif issue.facts.has_owner:
        stops.append(Stop(home, "nog te doen", issue.today, owed=True))
    elsewhere = dict.fromkeys(step.organisation for step in issue.steps if step.organisation)
    lanes = [*dict.fromkeys((home, BOARD)), *elsewhere]
    return way(stops, lanes)


def _lane(step: Step, home: str) -> str:
    if step.kind in AT_THE_BOARD:
        return BOARD
    return step.organisation or home
