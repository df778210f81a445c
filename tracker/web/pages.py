"""The ways to answer: a whole page, or what changed on it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from litestar import Request, Response
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.response import Redirect, Template
from litestar.template import TemplateConfig
from litestar.template.base import csrf_token
from markupsafe import Markup

from tracker import clock
from tracker.settings import SETTINGS
from tracker.web.filters import FILTERS
from tracker.web.htmx import CONFIG, VARY, is_htmx
from tracker.web.navigation import Navigation
from tracker.web.notices import Notice, notice_in

if TYPE_CHECKING:
    from tracker.web.forms import Posted

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"

AnyRequest = Request[Any, Any, Any]


class Page(Template):
    """A template with everything the layout needs around it."""

    def create_template_context(self, request: AnyRequest) -> dict[str, Any]:
        return {
            "form": None,
            "undo": None,
            "narrow": False,
            "bare": False,
            "crumbs": (),
            "notice": notice_in(request.query_params),
            "viewer": request.scope.get("user"),
            "today": clock.today(),
            **self.context,
            "request": request,
            "csrf_input": csrf_input(request),
        }


def page(
    request: AnyRequest,
    template: str,
    *,
    status: int | None = None,
    form: "Posted[Any] | None" = None,
    **context: Any,
) -> Page:
    """A whole page; a refused form makes it a 422 (or 409) that shows what was typed and what is wrong."""
    status = status or (form.status if form else 200)
    shown = {"form": form, "in_error": status in (409, 422), **context}
    return Page(template, context=shown, status_code=status)


def changed(
    request: AnyRequest,
    fragment: str | None = None,
    *,
    back_to: str,
    message: str | None = None,
    about: str | None = None,
    **context: Any,
) -> Response[Any]:
    """The answer to a POST that worked: htmx gets the fragment, everyone else a 303 to `back_to`.

    `message` is a key of `notices.NOTICES`; `about` (`<kind>-<id>`) lets the next page offer the undo.
    Without a fragment htmx is sent to `back_to` as well.
    """
    notice = Notice(message, about) if message else None
    target = notice.on(back_to) if notice else back_to
    if not is_htmx(request):
        return Redirect(target, status_code=303)
    if fragment is None:
        return Response(None, status_code=200, headers={"HX-Redirect": target, **VARY})
    return Page(fragment, context={"notice": notice, **context}, status_code=200, headers=VARY)


def url(request: AnyRequest, route: str, **parameters: Any) -> str:
    """The URL of a named route; what is not given is taken from the URL of this request."""
    return request.app.route_reverse(route, **{**request.path_params, **parameters})


def own_path(path: str | None, otherwise: str) -> str:
    """`path` when it stays within this site, for 'go on to' parameters that a stranger may have made."""
    inside = path is not None and path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if path and inside and path.isprintable() else otherwise


def csrf_input(request: AnyRequest) -> Markup:
    """The hidden field that every POST form carries."""
    token = csrf_token({"request": request})
    return Markup('<input type="hidden" name="_csrf_token" value="{}">').format(token)


def environment() -> Environment:
    """Jinja as this house uses it: escaping, and an error for every name that does not exist.

    A template is read once, like the code: a restart brings what changed.
    """
    jinja = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    jinja.filters.update(FILTERS)
    jinja.globals.update(app_name=SETTINGS.app_name, htmx_config=CONFIG)
    return jinja


def template_config(
    navigation: Callable[[AnyRequest], Navigation], asset: Callable[[str], str]
) -> TemplateConfig[JinjaTemplateEngine]:
    """For `Litestar(template_config=...)`.

    `navigation` fills the frame for whoever is signed in; `asset` gives the URL of a style sheet or script.
    """
    engine = JinjaTemplateEngine.from_environment(environment())
    engine.engine.globals.update(navigation_for=navigation, asset=asset, url_for=pass_context(_url_for))
    return TemplateConfig(instance=engine)


def _url_for(context: Context | Mapping[str, Any], route: str, **parameters: Any) -> str:
    return url(context["request"], route, **parameters)
