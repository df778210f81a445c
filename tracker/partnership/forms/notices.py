"""Which notices somebody wants by mail."""

from tracker.web.forms import Form, Plain


class MailChoice(Form):
    """The kinds that stay ticked."""

    kinds: list[Plain] = []
