"""What the other partnership tries itself, and what it says of ours."""

from tracker.demo.stories.improving.telling import Answers, Tried, Tries, parts
from tracker.learning.actions.iterations import Plan, Seen
from tracker.learning.rules.iterations import Fidelity
from tracker.learning.rules.offers import Adoption, OfferAnswer

ELSEWHERE = (
    Tries(
        126,
        "Eerst bellen, dan de brief",
        "Een beslissing die niemand uitlegt",
        ("Lien",),
        parts(
            "Elke maand, bij elke beslissing.",
            "Wie de beslissing al gehoord heeft, leest de brief anders.",
            "Wie beslist, belt dezelfde dag.\nDe brief vertrekt pas na dat gesprek, of na drie pogingen.",
            "Tijd om te bellen, en een zin bovenaan de brief die zegt wie gebeld heeft.",
            "Een slecht bericht brengen: een halve dag bij het CAW.",
            "Wat wist iemand al toen de brief kwam?",
            "De beslissingen van één maand, bij één dienst.",
        ),
        ready=40,
        summary="Een beslissing komt met een brief die niemand uitlegt. Wij bellen eerst, dezelfde dag, "
        "en sturen dan pas "
        "de brief.",
        started=28,
        iterations=(
            Tried(
                27,
                "Lien",
                Plan(
                    Fidelity.PROTOTYPE,
                    with_whom="De beslissingen van één maand.",
                    prediction="Twee op de drie mensen bereiken we dezelfde dag.",
                    title="één dienst, één maand",
                ),
                Seen("Achttien beslissingen, achttien keer gebeld."),
            ),
        ),
    ),
)

ANSWERS = (
    Answers(
        286,
        "Lien",
        "Eén map, één keer vragen",
        OfferAnswer.ALSO_RELEVANT,
        "Bij ons vragen vier diensten dezelfde huurovereenkomst.",
    ),
    Answers(
        44,
        "Wim",
        "Eén map, één keer vragen",
        OfferAnswer.ALSO_RELEVANT,
        "We nemen het over, met het kaartje voor vervangers.",
        Adoption.TAKEN_OVER,
    ),
    Answers(
        170,
        "Wim",
        "Altijd met drie",
        OfferAnswer.DID_ALREADY,
        "Wij doen dit sinds vorig jaar, aan de telefoon.",
    ),
    Answers(
        12,
        "Lien",
        "Eén nummer dat opneemt",
        OfferAnswer.NOT_RELEVANT,
        "Bij ons is er één onthaal voor iedereen.",
    ),
)
