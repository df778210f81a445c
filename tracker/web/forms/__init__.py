"""Posted forms: a pydantic model per form, all Dutch errors at once, and nothing typed is lost.

A form of a package subclasses `Form`. A field with a default may stay empty; without one it must be
filled in, with a message of its own where that helps:

    class NewScore(Form):
        key: Key
        score: Score10
        why: Annotated[Words, WhenEmpty("Schrijf in een paar woorden waarom.")]
        discussed: Discussed = Discussed.NOT_YET
        seen_on: Day | None = None
        demands: list[Id] = []
        per_demand: dict[int, Score5] = {}      # fields per_demand-12, per_demand-15, ...
        workbook: Annotated[Upload, Largest(megabytes=5)] | None = None

A route reads it, lets the action refuse, and shows the same page again when something is missing:

    form = await posted(request, NewScore)
    with form.refusing():
        if form.data:
            await actions.score(viewer, code, form.data)
            return changed(request, back_to=...)
    return page(request, "cases/score.html", form=form)
"""

from tracker.web.forms.fields import (
    LARGEST_FORM,
    Amount,
    Chapter,
    Checked,
    Clock,
    Day,
    Email,
    Form,
    Id,
    Key,
    Largest,
    Line,
    Password,
    Plain,
    Score5,
    Score10,
    Upload,
    WhenEmpty,
    Whole,
    Words,
)
from tracker.web.forms.posted import Posted, asked, blank, posted, reread

__all__ = [
    "LARGEST_FORM",
    "Amount",
    "Chapter",
    "Checked",
    "Clock",
    "Day",
    "Email",
    "Form",
    "Id",
    "Key",
    "Largest",
    "Line",
    "Password",
    "Plain",
    "Posted",
    "Score5",
    "Score10",
    "Upload",
    "WhenEmpty",
    "Whole",
    "Words",
    "asked",
    "blank",
    "posted",
    "reread",
]
