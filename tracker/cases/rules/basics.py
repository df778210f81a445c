"""What stands at the top of a case: kind, alias, place, start, people, doubt (C1)."""

from collections.abc import Collection, Iterable
from datetime import date

from tracker.cases.rules.kinds import CaseKind
from tracker.cases.rules.refusals import Refusal
from tracker.identifiers import find_identifiers

MOST_PARTICIPANTS = 200
ALIAS_LENGTH = 80

BASICS_NAMES = {
    "kind": "soort",
    "alias": "schuilnaam",
    "municipality": "gemeente",
    "started_on": "startdatum",
    "reached": "hoe bereikt",
    "reached_note": "via wie of waar",
    "lead": "trekker",
    "lead_name": "trekker zonder account",
    "participants": "ESF+-deelnemers",
    "doubt": "twijfel",
    "doubt_review_on": "opnieuw kijken op",
}


def usual_participants(kind: CaseKind) -> int:
    """How many ESF+ participants a case carries unless somebody says otherwise."""
    return 1 if kind is CaseKind.PERSON else 0


def why_not_alias(alias: str) -> str | None:
    """The reason to refuse an alias, or None: it never holds a number or address of somebody."""
    found = find_identifiers(alias)
    if not found:
        return None
    return f"Dit lijkt op een {found[0].label}. Kies een schuilnaam waaraan niemand de persoon herkent."


def why_not_basics(
    *,
    alias: str,
    started_on: date,
    today: date,
    participants: int,
    doubt: bool,
    doubt_review_on: date | None,
    first_record_on: date | None = None,
) -> Refusal | None:
    """The first reason against these basics of a case, or None.

    `first_record_on` is the earliest day of anything noted on the case.
    """
    if reason := why_not_alias(alias):
        return Refusal(reason, "alias")
    if started_on > today:
        return Refusal(
            "De startdatum ligt in de toekomst. Kies vandaag of een dag die voorbij is.", "started_on"
        )
    if first_record_on is not None and started_on > first_record_on:
        day = f"{first_record_on.day}/{first_record_on.month:02}/{first_record_on.year}"
        return Refusal(
            f"Er staat al iets van {day} op deze casus. Kies die dag of een vroegere.", "started_on"
        )
    if not 0 <= participants <= MOST_PARTICIPANTS:
        return Refusal(f"Geef een aantal tussen 0 en {MOST_PARTICIPANTS}.", "participants")
    if doubt and doubt_review_on is None:
        return Refusal("Kies een dag om opnieuw te kijken of dit de doelgroep is.", "doubt_review_on")
    if doubt_review_on is not None and doubt_review_on < started_on:
        return Refusal("Deze dag ligt voor de start van de casus.", "doubt_review_on")
    return None


def alias_warning(alias: str, names: Iterable[str]) -> str | None:
    """What to ask when an alias is the name, or the first name, of somebody in the partnership."""
    wanted = " ".join(alias.casefold().split())
    for name in names:
        whole = " ".join(name.casefold().split())
        if wanted and wanted in (whole, whole.split(" ")[0]):
            return (
                f"{name} werkt mee in het partnerschap. Neem een andere schuilnaam, "
                "of duid aan dat dit toeval is."
            )
    return None


def why_not_work_on(person: int, people: Collection[int], who_see_it: Collection[int]) -> str | None:
    """The reason why this person cannot follow a case, or None.

    `people` work on cases in this partnership today, `who_see_it` are those among them who see this case.
    """
    if person not in people:
        return "Kies iemand die vandaag in dit partnerschap aan casussen werkt."
    if person not in who_see_it:
        return "De organisatie van deze persoon ziet de casus niet. Deel ze eerst, of kies iemand anders."
    return None


def why_not_followed(
    wanted: Collection[int],
    following: Collection[int],
    *,
    lead: int | None,
    from_day: date,
    started_on: date,
) -> Refusal | None:
    """The first reason not to let exactly the `wanted` people follow a case from a day, or None."""
    if from_day < started_on:
        return Refusal("Deze dag ligt voor de start van de casus.", "from_day")
    if lead is not None and lead in following and lead not in wanted:
        return Refusal("De trekker werkt mee. Kies eerst een andere trekker bij de casus.", "people")
    return None
