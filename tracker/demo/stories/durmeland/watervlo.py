"""Watervlo, who wants to have to do nothing for a few months, and for whom too much was planned."""

from tracker.cases.rules.kinds import (
    Arising,
    ContactKind,
    ContactOutcome,
    Fit,
    Perspective,
    Validated,
    WasteKind,
)
from tracker.demo.events import (
    Fails,
    Helped,
    Meets,
    Scores,
    Stars,
    Story,
    Wants,
    Wasted,
)
from tracker.demo.rhythm import rhythm

VISIT, TALK = ContactKind.HOME_VISIT, ContactKind.CONVERSATION
MESSAGE, SERVICE = ContactKind.MESSAGE, ContactKind.WITH_SERVICE
WRONG_DOING = Arising.COUNTERPRODUCTIVE
NOT_YET, NOT_POSSIBLE = Validated.NO, Validated.NOT_POSSIBLE
TRUST = "Vertrouwen en contact"

WATERVLO = Story(
    alias="Watervlo",
    lead="Ilse",
    municipality="Polderkerke",
    ago=420,
    purpose="Ik wil een paar maanden niets moeten.",
    doubt_ago=10,
    events=(
        Wants(419, ("Rust. Echt rust.", "Volk zien, maar dan van ver.", "Werk. Later.")),
        Meets(420, VISIT, "Meer dan die ene zin kwam er niet. Dat was genoeg.", 30),
        Meets(412, SERVICE, "Kennismaking met de bemiddelaar, Watervlo kwam.", 30),
        Meets(403, SERVICE, "Gesprek over gezondheid gepland. Niemand.", outcome=ContactOutcome.ATTEMPT),
        Meets(396, ContactKind.WITH_SERVICE, "Infomoment. Niemand.", outcome=ContactOutcome.ATTEMPT),
        Wasted(
            412,
            "Vier afspraken in vijf weken voor iemand die niets wou moeten.",
            TRUST,
            WasteKind.TOO_MUCH,
            team="We lazen de bedoeling nog eens hardop en schrapten alles.",
            until_ago=385,
        ),
        Scores(384, 2, "We planden te veel. Nu één bericht per maand, zonder vraagteken.", NOT_YET),
        Stars(384, (1, 1, None), by=Perspective.TEAM, fits={0: Fit.TOO_MUCH}),
        Meets(350, MESSAGE, "De eerste jonagold is rijp."),
        Meets(318, MESSAGE, "Het heeft hier gesneeuwd."),
        Meets(
            290,
            ContactKind.OTHER,
            "Een partner wou afsluiten wegens geen activiteit. Uitgelegd dat dit de activiteit is.",
            outcome=ContactOutcome.ABOUT,
        ),
        Scores(240, 2, "We hielden ons eraan. Dat was moeilijker dan het klinkt.", NOT_POSSIBLE),
        *rhythm(265, 100, 33, (MESSAGE,), {2: "De eerste zwaluw hing boven het dorpshuis."}),
        Fails(
            180,
            "Een brief dat een attest rijgeschiktheid ontbreekt, voor iemand die niet rijdt.",
            WRONG_DOING,
            "post",
            ("VDAB",),
            "Opgevangen zonder Watervlo ermee lastig te vallen.",
            "Achteraf verteld dat we het regelden.",
            told_ago=70,
            observed=True,
        ),
        Meets(72, TALK, "Stond zelf aan de deur van het dorpshuis. Met confituur.", 50, demands=(1,)),
        Helped(
            72,
            "Een jaar lang niet aangedrongen.",
            TRUST,
            team="Watervlo kwam uit zichzelf.",
            person="Ge hebt niet aangedrongen.",
        ),
        Scores(70, 4, "Kwam zelf langs. Met confituur."),
        Stars(70, (2, 3, 1), notes={2: "‘Later’, en dat stond er al die tijd."}, fits={0: Fit.FITTING}),
        Meets(30, MESSAGE, "De pruimen zijn op."),
    ),
)
