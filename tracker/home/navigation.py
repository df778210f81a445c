"""The frame around every page: where this viewer can go from here."""

from collections.abc import Sequence
from typing import Any

from litestar import Request

from tracker.partnership.queries.viewers import SignedIn
from tracker.partnership.rules.matrix import Need, may
from tracker.partnership.rules.roles import Role, Viewer
from tracker.web.navigation import Link, Navigation

FOOTER = (
    ("Begrippen", "/begrippen"),
    ("Hulp", "/hulp"),
    ("Privacy", "/privacy"),
    ("Toegankelijkheid", "/toegankelijkheid"),
)

# Pages that stand under a link of the main menu without their address saying so.
UNDER = {
    "Patronen": ("systeemcondities", "denkwijzen"),
    "Persona’s": ("capaciteit",),
    "Leersessies": ("leeragenda", "inbreng", "verhalen"),
}

IN_LINE = 5
"""How many links stand in the main line of a wide screen; the others are under 'Meer', the sixth."""
IN_BAR = 4
"""How many links and signs fit beside 'Meer' in the bar of a phone."""

CASES = (Need.CASES, "Casussen", "casussen")
PATTERNS = (Need.LEARNING, "Patronen", "patronen")
IMPROVING = (Need.INITIATIVES, "Verbeteren", "verbeteren")
MEETINGS = (Need.MEETINGS, "Overleg", "overleg")
ISSUES = (Need.ISSUES, "Kwesties", "kwesties")
SESSIONS = (Need.LEARNING, "Leersessies", "leersessies")
PROPOSALS = (Need.PROPOSALS, "Voorstellen", "voorstellen")
PERSONAS = (Need.LEARNING, "Persona’s", "persona")
PARTNERSHIP = (Need.PARTNERSHIP, "Ons partnerschap", "partnerschap")
PEOPLE = (Need.PEOPLE, "Mensen", "mensen")
TRAIL = (Need.TRAIL, "Leesboek", "leesboek")
START = (Need.SIGNED_IN, "Start", "/")
EXCHANGE = (Need.EXCHANGE, "Uitwisseling", "/uitwisseling")
ADMINISTRATION = (Need.ADMINISTRATION, "Beheer", "/beheer")
PROFILE = (Need.SIGNED_IN, "Mijn profiel", "/mijn")

Wanted = tuple[Need, str, str]
THE_REST: tuple[Wanted, ...] = (
    SESSIONS,
    PROPOSALS,
    PERSONAS,
    PARTNERSHIP,
    PEOPLE,
    EXCHANGE,
    TRAIL,
    ADMINISTRATION,
)
# The order in which a role needs its places; a role without cases comes from the start page.
OF_THE_TEAM = (CASES, PATTERNS, IMPROVING, MEETINGS, ISSUES, *THE_REST)
OF_THE_COACH = (START, SESSIONS, PATTERNS, IMPROVING, MEETINGS, ISSUES, *THE_REST)
OF_THE_OTHERS = (START, MEETINGS, ISSUES, PATTERNS, IMPROVING, *THE_REST)
BAR_OF_THE_TEAM = (START, CASES, IMPROVING)
BAR_OF_THE_COACH = (START, SESSIONS, MEETINGS, IMPROVING)
BAR_OF_THE_OTHERS = (START, MEETINGS, ISSUES, IMPROVING, EXCHANGE, ADMINISTRATION, PROFILE)


def navigation_for(request: Request[Any, Any, Any]) -> Navigation:
    """Everything the layout draws around a page for whoever asks."""
    signed_in: SignedIn | None = request.scope.get("auth")
    footer = tuple(Link(label, url) for label, url in FOOTER)
    if signed_in is None:
        return Navigation(footer=footer)
    if signed_in.locked_to_case is not None:
        return Navigation()
    viewer = signed_in.viewer
    if viewer is None:
        return Navigation(
            person=signed_in.name, account=_account(request), sign_out="/afmelden", footer=footer
        )
    main, bar = _main(request, viewer), _bar(request, viewer)
    return Navigation(
        partnership=viewer.partnership,
        person=f"{viewer.name}, {viewer.organisation}" if viewer.organisation else viewer.name,
        acting_as=viewer.role_name,
        main=main[:IN_LINE],
        more=main[IN_LINE:],
        bar=bar,
        more_of_bar=tuple(link for link in main if link.url not in {each.url for each in bar}),
        plus=_plus(viewer),
        account=_account(request),
        sign_out="/afmelden",
        footer=footer,
    )


def _main(request: Request[Any, Any, Any], viewer: Viewer) -> tuple[Link, ...]:
    wanted = OF_THE_TEAM if viewer.works_on_cases else OF_THE_OTHERS
    return _links(request, viewer, OF_THE_COACH if viewer.role is Role.QUALITY_COACH else wanted)


def _bar(request: Request[Any, Any, Any], viewer: Viewer) -> tuple[Link, ...]:
    wanted = BAR_OF_THE_TEAM if viewer.works_on_cases else BAR_OF_THE_OTHERS
    return _links(request, viewer, BAR_OF_THE_COACH if viewer.role is Role.QUALITY_COACH else wanted)[:IN_BAR]


def _links(request: Request[Any, Any, Any], viewer: Viewer, wanted: Sequence[Wanted]) -> tuple[Link, ...]:
    """The links of these that the viewer may follow, each once, in this order."""
    base = f"/p/{viewer.slug}"
    return tuple(
        _link(
            request,
            label,
            place if place.startswith("/") else f"{base}/{place}",
            exact=place == "/",
            also=[f"{base}/{part}" for part in UNDER.get(label, ())],
        )
        for need, label, place in dict.fromkeys(wanted)
        if may(viewer.role, need)
    )


def _plus(viewer: Viewer) -> Link | None:
    if not may(viewer.role, Need.CASES):
        return None
    return Link("Noteer een interactie", f"/p/{viewer.slug}/interacties/nieuw")


def _account(request: Request[Any, Any, Any]) -> tuple[Link, ...]:
    return (_link(request, "Werk in een andere rol", "/rol"), _link(request, "Mijn profiel", "/mijn"))


def _link(
    request: Request[Any, Any, Any], label: str, url: str, *, exact: bool = False, also: Sequence[str] = ()
) -> Link:
    path = request.url.path
    within = not exact and any(path == each or path.startswith(f"{each}/") for each in (url, *also))
    return Link(label, url, current=path == url or within)
