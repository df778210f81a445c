"""What the case file repeats of the records below it, so that the list of cases is one query."""

from tracker import clock
from tracker.cases.actions.searching import keep_findable
from tracker.cases.rules.kinds import ContactOutcome
from tracker.cases.tables import CaseFile, Interaction, Purpose, Review


async def touch(case_id: int) -> None:
    """Note that something on the case changed now; called inside the act's own transaction."""
    await CaseFile.update({CaseFile.touched_at: clock.now()}).where(CaseFile.id == case_id)


async def keep_up(case_id: int) -> None:
    """Set what the case file repeats of its records: purpose, last contact, last review, search, touched."""
    purpose = await (
        Purpose.select(Purpose.words)
        .where(Purpose.case == case_id)
        .order_by(Purpose.since, Purpose.id, ascending=False)
        .first()
    )
    contact = await (
        Interaction.select(Interaction.happened_on)
        .where(Interaction.case == case_id, Interaction.outcome == ContactOutcome.CONTACT)
        .order_by(Interaction.happened_on, ascending=False)
        .first()
    )
    review = await (
        Review.select(Review.held_on)
        .where(Review.case == case_id)
        .order_by(Review.held_on, ascending=False)
        .first()
    )
    await CaseFile.update(
        {
            CaseFile.purpose: purpose["words"] if purpose else "",
            CaseFile.last_contact_on: contact["happened_on"] if contact else None,
            CaseFile.last_review_on: review["held_on"] if review else None,
            CaseFile.touched_at: clock.now(),
        }
    ).where(CaseFile.id == case_id)
    await keep_findable(case_id)
