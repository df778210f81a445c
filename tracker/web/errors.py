"""What went wrong, as a Dutch page or, for htmx, as a notice on the page that is open."""

import logging
import secrets
import traceback
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.response import Redirect
from litestar.types import ExceptionHandlersMap

from tracker.problems import Conflict, NotAllowed, NotFound, RuleBroken
from tracker.web.htmx import VARY, is_htmx
from tracker.web.pages import Page, own_path

AnyRequest = Request[Any, Any, Any]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Said:
    """A heading, and what one can do now."""

    heading: str
    words: str


SAID: Final = {
    400: Said(
        "Dit konden we niet lezen", "Er kwam iets onvolledigs binnen. Ga terug en probeer het nog eens."
    ),
    401: Said("Meld je eerst aan", "Deze bladzijde is er voor wie aangemeld is."),
    403: Said(
        "Dit kan jij hier niet doen", "Je mag dit wel zien, maar niet wijzigen. Vraag het aan de coördinatie."
    ),
    404: Said(
        "Deze bladzijde vinden we niet",
        "Misschien is het adres verschreven, of is de bladzijde niet voor jou gedeeld. Dat laatste zeggen we "
        "nooit met zekerheid: zo blijven casussen beschermd.",
    ),
    405: Said("Zo kan je deze bladzijde niet openen", "Ga naar je start en kom langs daar."),
    409: Said(
        "Iemand anders wijzigde dit intussen", "Ga terug, kijk wat er nu staat en probeer het nog eens."
    ),
    413: Said("Dit is te groot", "Neem een kleiner bestand of een kortere tekst."),
    415: Said("Dit konden we niet lezen", "Dit soort inhoud nemen we hier niet aan. Gebruik het formulier."),
    422: Said("Dit is nog niet bewaard", "Ga terug en kijk je antwoorden na."),
    429: Said("Even wachten", "Er kwamen te veel vragen na elkaar. Probeer het over een minuut opnieuw."),
    500: Said("Hier liep iets mis bij ons", "Er is niets bewaard van wat je net deed. Probeer het nog eens."),
    503: Said("Even niet bereikbaar", "Wacht tien tellen en probeer het nog eens. Er is niets bewaard."),
    507: Said("Er is geen plaats meer", "Er is niets bewaard. Verwittig je technisch beheerder."),
}

EXPIRED_FORM: Final = Said(
    "Dit formulier is verlopen",
    "Er is niets bewaard. Ga terug, kopieer wat je schreef, vernieuw de bladzijde en bewaar opnieuw.",
)


_PASSED_ON: Final = {"allow", "retry-after"}


def send_to(request: AnyRequest, url: str) -> Response[Any]:
    """Send someone to another page than the one asked, such as the sign-in page; htmx loads it whole."""
    if is_htmx(request):
        return Response(None, status_code=200, headers={"HX-Redirect": url, **VARY})
    return Redirect(url, status_code=303)


def _not_found(request: AnyRequest, _: NotFound) -> Response[Any]:
    return _answer(request, 404)


def _not_allowed(request: AnyRequest, problem: NotAllowed) -> Response[Any]:
    return _answer(request, 403, reason=str(problem))


def _rule_broken(request: AnyRequest, problem: RuleBroken) -> Response[Any]:
    return _answer(request, 422, reason=problem.reason)


def overtaken(request: AnyRequest, _: Exception) -> Response[Any]:
    """Somebody, or another form, was first: 409."""
    return _answer(request, 409)


def _http(request: AnyRequest, problem: HTTPException) -> Response[Any]:
    status = problem.status_code
    if status >= 500:
        return unexpected(request, problem, status if status in SAID else 500)
    headers = {name: value for name, value in (problem.headers or {}).items() if name.lower() in _PASSED_ON}
    if status == 403:
        return _answer(request, status, EXPIRED_FORM, headers=headers)
    return _answer(request, status if status in SAID else 400, headers=headers)


def unexpected(request: AnyRequest, problem: Exception, status: int = 500) -> Response[Any]:
    """Trouble of ours: 500, 503 or 507.

    The reference ties what someone reports to the log, which holds places in the code and no content.
    """
    reference = secrets.token_hex(4)
    places = "".join(traceback.format_tb(problem.__traceback__))
    log.error(
        "%s: %s at %s %s\n%s",
        reference,
        type(problem).__name__,
        request.scope.get("method"),
        request.scope.get("path_template", "an unknown address"),
        places,
    )
    headers = {"retry-after": "10"} if status == 503 else {}
    return _answer(request, status, reference=reference, headers=headers)


HANDLERS: Final[ExceptionHandlersMap] = {
    NotFound: _not_found,
    NotAllowed: _not_allowed,
    RuleBroken: _rule_broken,
    Conflict: overtaken,
    HTTPException: _http,
    Exception: unexpected,
}


def _answer(
    request: AnyRequest,
    status: int,
    said: Said | None = None,
    *,
    reason: str = "",
    reference: str = "",
    headers: dict[str, str] | None = None,
) -> Response[Any]:
    said = said or SAID[status]
    context = {"said": said, "reason": reason, "reference": reference, "back": _back(request, status)}
    if is_htmx(request):
        onto_the_page = {"HX-Retarget": "#melding", "HX-Reswap": "innerHTML"}
        return Page(
            "errors/_notice.html",
            context=context,
            status_code=status,
            headers={**(headers or {}), **onto_the_page, **VARY},
        )
    return Page(
        "errors/page.html",
        context={**context, "bare": True, "narrow": True},
        status_code=status,
        headers=headers,
    )


def _back(request: AnyRequest, status: int) -> str | None:
    """The page this came from. A page that is not found tells nothing about the request, so not there."""
    referer = urlsplit(request.headers.get("referer", ""))
    if status == 404 or referer.netloc != request.url.netloc:
        return None
    return own_path(f"{referer.path}?{referer.query}" if referer.query else referer.path, "/")
