"""What the frame around a page shows: where one can go, who is signed in. Filled in by `partnership`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A label with its URL; `current` marks where the viewer is."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Navigation:
    """The frame for this viewer. Empty fields are not drawn; without `person` there is no account menu.

    `more` stands under 'Meer' behind `main`. `bar` is the phone's bottom bar, its links around the + of
    `plus` (label such as 'Noteer een interactie'), with `more_of_bar` under 'Meer'. `capacities` are changed
    by a POST to their URL; `sign_out` is a POST as well.
    """

    home: str = "/"
    partnership: str = ""
    person: str = ""
    acting_as: str = ""
    main: tuple[Link, ...] = ()
    more: tuple[Link, ...] = ()
    bar: tuple[Link, ...] = ()
    more_of_bar: tuple[Link, ...] = ()
    plus: Link | None = None
    account: tuple[Link, ...] = ()
    capacities: tuple[Link, ...] = ()
    sign_out: str | None = None
    footer: tuple[Link, ...] = ()
