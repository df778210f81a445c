"""What the words of a case mean, for whoever asks."""

from typing import Any

from litestar import Request, get
from litestar.response import Template

from tracker.partnership.rules.matrix import Need
from tracker.pictures.loss import ROWS, loss
from tracker.web.pages import page


@get("/uitleg/te-weinig-te-veel", name="explain.loss", opt={"need": Need.ANYONE})
async def explain_loss(request: Request[Any, Any, Any]) -> Template:
    return page(request, "cases/explaining/loss.html", picture=loss(), rows=ROWS)


ROUTES = [explain_loss]
