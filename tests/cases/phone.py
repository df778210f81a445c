"""A phone in the hands of the person, for the tests about it."""

from tests.cases.life import tabak
from tests.cases.test_cases_reading_together import demand
from tracker.partnership.actions.signing_in import set_password

PASSWORD = "paraplu kaasplank velo dinsdag"


class Screens:
    """Tabak with the phone in hand."""

    def __init__(self, seat, case, home, rest):
        self.seat, self.case, self.home, self.rest = seat, case, home, rest
        self.base = f"/samen/{case.code}"

    async def get(self, rest):
        return await self.seat.get(f"{self.base}/{rest}")

    async def post(self, rest, fields):
        return await self.seat.post(f"{self.base}/{rest}", fields)

    async def answer_all(self):
        await self.post("bedoeling", {"fits": "changed", "words": "Ik wil weer lassen."})
        await self.post(f"waardevraag/{self.home}", {"felt": "2", "words": "Het is daar koud."})
        await self.post(f"waardevraag/{self.rest}", {"felt": "rather_not"})
        return await self.post("nog-iets", {"words": "Zeg het ook aan Ben."})


async def handed_over(web, cast) -> Screens:
    """An hands her phone to Tabak."""
    await set_password(cast.an.person_id, PASSWORD)
    case = await tabak(cast)
    home, rest = await demand(case, "Een thuis"), await demand(case, "Rust", place=1)
    seat = web.as_(cast.an)
    await seat.post(f"/p/durmeland/casussen/{case.code}/klantbeeld/telefoon", {"language": "nl"})
    return Screens(seat, case, home, rest)
