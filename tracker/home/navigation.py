"""The frame around every page: where this viewer can go from here."""

from collections.abc import Sequence
from typing import Any

from litestar import Request

from tracker.partnership.queries.viewers import SignedIn
from tracker.partnership.rules.matrix import Need, may
from tracker.partnership.rules.roles import Viewer
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
    "Verbeteren": ("/uitwisseling",),
    "Persona’s": ("capaciteit",),
    "Leersessies": ("leeragenda", "inbreng", "verhalen"),
}


IN_BAR = 4
"""What fits in the bar of a phone beside the plus; everything else is in the menu of the account."""


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
    return Navigation(
        partnership=viewer.partnership,
        person=f"{viewer.name}, {viewer.organisation}" if viewer.organisation else viewer.name,
        acting_as=viewer.role_name,
        main=_main(request, viewer),
        bar=_bar(request, viewer),
        plus=_plus(viewer),
        # The main menu does not fit on a phone; everything in it is here as well.
        account=(*_main(request, viewer), *_account(request)),
        sign_out="/afmelden",
        footer=footer,
    )


def _main(request: Request[Any, Any, Any], viewer: Viewer) -> tuple[Link, ...]:
    base = f"/p/{viewer.slug}"
    wanted = [
        (Need.CASES, "Casussen", f"{base}/casussen"),
        (Need.LEARNING, "Patronen", f"{base}/patronen"),
        _improving(viewer, base),
        (Need.ISSUES, "Kwesties", f"{base}/kwesties"),
        (Need.PROPOSALS, "Voorstellen", f"{base}/voorstellen"),
        (Need.LEARNING, "Persona’s", f"{base}/persona"),
        (Need.LEARNING, "Leersessies", f"{base}/leersessies"),
        (Need.MEETINGS, "Overleg", f"{base}/overleg"),
        (Need.PARTNERSHIP, "Ons partnerschap", f"{base}/partnerschap"),
        (Need.PEOPLE, "Mensen", f"{base}/mensen"),
        (Need.TRAIL, "Leesboek", f"{base}/leesboek"),
        (Need.ADMINISTRATION, "Beheer", "/beheer"),
    ]
    return tuple(
        _link(request, label, url, also=_under(base, label))
        for need, label, url in wanted
        if may(viewer.role, need)
    )


def _improving(viewer: Viewer, base: str) -> tuple[Need, str, str]:
    """What is tried in the own partnership; for who has none the exchange between all of them."""
    if may(viewer.role, Need.INITIATIVES):
        return Need.INITIATIVES, "Verbeteren", f"{base}/verbeteren"
    return Need.EXCHANGE, "Uitwisseling", "/uitwisseling"


def _under(base: str, label: str) -> list[str]:
    return [part if part.startswith("/") else f"{base}/{part}" for part in UNDER.get(label, ())]


def _bar(request: Request[Any, Any, Any], viewer: Viewer) -> tuple[Link, ...]:
    base = f"/p/{viewer.slug}"
    # Who works on no case has the issues where others have the cases.
    first = (Need.CASES, "Casussen") if may(viewer.role, Need.CASES) else (Need.ISSUES, "Kwesties")
    wanted = [
        (Need.SIGNED_IN, "Start", "/"),
        (*first, f"{base}/{first[1].casefold()}"),
        (Need.LEARNING, "Patronen", f"{base}/patronen"),
        (Need.LEARNING, "Leersessies", f"{base}/leersessies"),
        (Need.PARTNERSHIP, "Partnerschap", f"{base}/partnerschap"),
        (Need.ADMINISTRATION, "Beheer", "/beheer"),
        (Need.SIGNED_IN, "Profiel", "/mijn"),
    ]
    return tuple(
        _link(request, label, url, exact=url == "/", also=_under(base, label))
        for need, label, url in wanted
        if may(viewer.role, need)
    )[:IN_BAR]


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
