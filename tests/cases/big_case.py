"""A case with years of work in it: 40 scores, 12 star readings, 300 interactions and all around them."""

from datetime import date, timedelta
from uuid import uuid4

from tests.cast import Cast, Member
from tracker import clock
from tracker.cases import tables as t
from tracker.cases.actions.opening import NewCase, Sharing, open_case
from tracker.cases.queries.seen import Case, case_for
from tracker.cases.rules.kinds import Agreed, CaseKind

SCORES, READINGS, INTERACTIONS = 40, 12, 300
KINDS = ("message", "home_visit", "conversation", "phone", "alongside", "with_service")
WORDS = (
    "Eén adres. Eén naam. Eén telefoon.",
    "Ik kan niet goed lezen. Nu weet ge het.",
    "Deurwaarders van mijn dorpel.",
    "Ik was goed in lassen.",
    "Een plek waar niemand mij buiten zet.",
    "Mijn dochter nog eens zien.",
)


async def big_case(cast: Cast, *, scores: int = SCORES) -> Case:
    """Tabak, followed by An since 120 weeks ago."""
    viewer = await cast.an.viewer()
    start = viewer.today - timedelta(weeks=120)
    code = await open_case(
        viewer,
        NewCase(
            key=uuid4(),
            kind=CaseKind.PERSON,
            started_on=start,
            alias="Tabak",
            purpose="Ze moeten stoppen met mij van hier naar daar te sturen.",
            municipality="Eeklo",
            lead_id=cast.an.person_id,
            sharing=Sharing(agreed=Agreed.YES, informed_on=start, how="op papier, samen gelezen"),
        ),
    )
    case = await case_for(viewer, code)
    await _lines(cast.an, case, start, scores)
    demands = await _demands(cast.an, case, start)
    await _readings(cast.an, case, start, demands)
    contacts = await _contacts(cast, case, start, demands)
    await _lessons(cast, case, start, demands, contacts)
    await _reviews(cast, case, start)
    await t.CaseFile.update(
        {t.CaseFile.last_contact_on: viewer.today, t.CaseFile.last_review_on: start + timedelta(weeks=100)}
    ).where(t.CaseFile.id == case.id)
    return await case_for(viewer, code)


async def _lines(by: Member, case: Case, start: date, scores: int) -> None:
    now = clock.now()
    await t.Purpose(
        key=uuid4(),
        case=case.id,
        words="Dat ze stoppen met mij rond te sturen, en dat ik weer kan lassen.",
        since=start + timedelta(weeks=60),
        reason="Na de proefdag zei hij er zelf iets bij.",
        fit="één vast gezicht, geen doorsturen",
        author=by.person_id,
        written_at=now,
    ).save()
    rows = [
        t.ProgressScore(
            key=uuid4(),
            case=case.id,
            scored_on=start + timedelta(weeks=3 * n),
            score=1 + (n * 7 + n // 3) % 9,
            interpretation=f"Duiding {n}: stapel lager dan gevreesd. Traag, maar vooruit, zei hij zelf.",
            author=by.person_id,
            written_at=now,
        )
        for n in range(scores)
    ]
    if rows:
        await t.ProgressScore.insert(*rows)


async def _demands(by: Member, case: Case, start: date) -> list[int]:
    rows = [
        t.ValueDemand(
            key=uuid4(),
            case=case.id,
            place=place,
            words=words,
            state="closed" if place == 4 else "open",
            named_on=start + timedelta(weeks=30 if place == 3 else 0),
            ended_on=start + timedelta(weeks=80) if place == 4 else None,
            author=by.person_id,
            written_at=clock.now(),
        )
        for place, words in enumerate(WORDS)
    ]
    for row in rows:
        await row.save()
    await t.DemandChange(
        demand=rows[4].id,
        kind="closed",
        changed_on=start + timedelta(weeks=80),
        reason="Hij woont er nu.",
        author=by.person_id,
        written_at=clock.now(),
    ).save()
    return [row.id for row in rows]


async def _readings(by: Member, case: Case, start: date, demands: list[int]) -> None:
    for n in range(READINGS):
        reading = t.StarReading(
            key=uuid4(),
            case=case.id,
            read_on=start + timedelta(weeks=9 * n),
            perspective="team" if n % 4 == 3 else "together",
            note="Aan de keukentafel.",
            author=by.person_id,
            written_at=clock.now(),
        )
        await reading.save()
        late = n < 4
        await t.StarRating.insert(
            *(
                t.StarRating(
                    reading=reading.id,
                    demand=demand,
                    stars=None if (late and place == 3) or (n > 8 and place == 4) else 1 + (n + place) % 5,
                    fit="too_much" if place == 1 else "",
                )
                for place, demand in enumerate(demands)
            )
        )


async def _contacts(cast: Cast, case: Case, start: date, demands: list[int]) -> list[int]:
    organisations = (cast.ocmw, cast.vdab, cast.arktos)
    days = [start + timedelta(days=2 * n + (60 if n > 200 else 0) + n // 3) for n in range(INTERACTIONS)]
    rows = [
        t.Interaction(
            key=uuid4(),
            partnership=cast.durmeland,
            case=case.id,
            happened_on=min(day, clock.today()),
            month=day.year * 100 + day.month,
            kind=KINDS[n % 6],
            outcome="attempt" if n % 7 == 3 else "about" if n % 11 == 5 else "contact",
            organisation=organisations[n % 3],
            minutes=30 if n % 4 else None,
            note="Overzicht van schulden gemaakt, stapel lager dan gevreesd.",
            author=cast.an.person_id,
            written_at=clock.now(),
        )
        for n, day in enumerate(days)
    ]
    ids = [row["id"] for row in await t.Interaction.insert(*rows)]
    await t.InteractionDemand.insert(
        *(t.InteractionDemand(interaction=each, demand=demands[n % 6]) for n, each in enumerate(ids))
    )
    await t.InteractionOrganisation.insert(
        *(t.InteractionOrganisation(interaction=each, organisation=cast.vdab) for each in ids[::3])
    )
    return ids


async def _lessons(cast: Cast, case: Case, start: date, demands: list[int], contacts: list[int]) -> None:
    for n in range(12):
        assessment = t.Assessment(
            key=uuid4(),
            case=case.id,
            happened_on=start + timedelta(weeks=8 * n),
            what="Zes maanden brieven gestuurd naar iemand die niet kan lezen.",
            verdict="waste" if n % 2 else "value",
            waste_kind="not_needed" if n % 2 else "",
            team_view="Gezien door het team." if n % 3 else "",
            person_view="Dat was voor niets." if n % 3 == 0 else "",
            author=cast.an.person_id,
            written_at=clock.now(),
        )
        await assessment.save()
        await t.AssessmentDemand(assessment=assessment.id, demand=demands[n % 6]).save()
        await t.AssessmentInteraction(assessment=assessment.id, interaction=contacts[n]).save()
    for n in range(9):
        failure = t.FailureDemand(
            key=uuid4(),
            case=case.id,
            words=f"Kunt gij dit lezen? Want ik versta het en toch versta ik het niet. ({n})",
            heard_on=start + timedelta(weeks=10 * n),
            came_in="aan de balie",
            arising="omission",
            author=cast.an.person_id,
            written_at=clock.now(),
        )
        await failure.save()
        for name in ("RVA", "VDAB"):
            await t.FailureDemandOrganisation(failure_demand=failure.id, name=name).save()


async def _reviews(cast: Cast, case: Case, start: date) -> None:
    for n in range(4):
        review = t.Review(
            key=uuid4(),
            case=case.id,
            held_on=start + timedelta(weeks=25 * n + 25),
            person_part="present",
            note="Ge hebt nu alletwee gelijk.",
            author=cast.an.person_id,
            written_at=clock.now(),
        )
        await review.save()
        for discipline, organisation in (("bewindvoering", cast.ocmw), ("basiseducatie", cast.arktos)):
            await t.ReviewVoice(
                review=review.id,
                discipline=discipline,
                organisation=organisation,
                reading=f"De {discipline} ziet schaamte.",
            ).save()
        for what, state in (("Geen brieven zonder bericht vooraf", "done"), ("Lasatelier bezoeken", "open")):
            await t.Agreement(
                key=uuid4(),
                case=case.id,
                review=review.id,
                what=what,
                who="Ben",
                due_on=start + timedelta(weeks=25 * n + 30),
                state=state,
                author=cast.an.person_id,
                written_at=clock.now(),
            ).save()
