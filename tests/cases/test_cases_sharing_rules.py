"""The rules of sharing in plain values (C14)."""

from datetime import date

from tracker.cases.rules.kinds import Agreed, CaseKind
from tracker.cases.rules.sharing import (
    Change,
    Looker,
    Period,
    change_to,
    change_without,
    limits_with,
    who_shares,
    why_not_agreed,
    why_not_shared_with,
    why_not_withdrawn,
)

DAY = date(2026, 11, 3)
LATER = date(2026, 12, 1)
LATEST = date(2027, 1, 1)
EARLIER = date(2026, 1, 1)
OCMW, VDAB, ARKTOS = 1, 2, 3
TEAM = (OCMW, VDAB, ARKTOS)
AN = Looker(OCMW, coordinates=False)
COR = Looker(OCMW, coordinates=True)
BOTH = (Period(OCMW, EARLIER), Period(VDAB, EARLIER))


def share(wanted, periods=BOTH, **rest):
    return why_not_shared_with(
        **{
            "kind": CaseKind.PERSON,
            "agreed": Agreed.YES,
            "periods": periods,
            "wanted": wanted,
            "with_coordination": True,
            "team": TEAM,
            "looker": AN,
            "leaves_own": False,
            "from_day": DAY,
            "today": DAY,
            **rest,
        }
    )


def withdraw(withdrawn, **rest):
    return why_not_withdrawn(
        **{
            "whole": False,
            "withdrawn_on": DAY,
            "started_on": EARLIER,
            "today": DAY,
            "withdrawn": withdrawn,
            "sharing": TEAM,
            "coordination_too": False,
            "team": TEAM,
            "looker": AN,
            "leaves_own": False,
            **rest,
        }
    )


def test_a_case_is_shared_with_the_whole_team_unless_somebody_limits_it():
    assert who_shares(TEAM, (), OCMW, Agreed.NOT_YET) == TEAM
    assert who_shares(TEAM, (VDAB,), OCMW, Agreed.YES) == (OCMW, VDAB)


def test_without_agreement_only_whoever_opens_the_case_sees_it():
    assert who_shares(TEAM, TEAM, OCMW, Agreed.NO) == (OCMW,)


def test_nobody_outside_the_team_is_shared_with():
    assert who_shares(TEAM, (VDAB, 99), 98, Agreed.YES) == (VDAB,)


def test_a_last_day_no_longer_counts():
    period = Period(VDAB, EARLIER, DAY)

    assert period.covers(EARLIER)
    assert not period.covers(DAY)
    assert period.is_over(DAY)


def test_of_a_person_we_always_ask_whether_sharing_is_all_right():
    assert why_not_agreed(CaseKind.PERSON, Agreed.NOT_NEEDED, None, DAY).field == "agreed"
    assert why_not_agreed(CaseKind.GROUP, Agreed.NOT_NEEDED, None, DAY) is None


def test_nothing_was_discussed_tomorrow():
    assert why_not_agreed(CaseKind.PERSON, Agreed.YES, LATER, DAY).field == "informed_on"


def test_the_last_organisation_is_not_locked_out():
    assert "Minstens één" in share({}).reason
    assert "Minstens één" in share({99}, periods=(Period(99, EARLIER),)).reason


def test_an_organisation_that_only_begins_later_keeps_nobody_in_today():
    periods = (Period(OCMW, EARLIER), Period(VDAB, LATER))

    assert "Minstens één" in share({VDAB}, periods, leaves_own=True).reason


def test_who_leaves_out_the_own_organisation_says_so_first():
    assert share({VDAB}).field == "leaves_own"
    assert share({VDAB}, leaves_own=True) is None


def test_a_coordinator_who_excludes_the_coordination_says_so_first():
    assert share({OCMW}, looker=COR, with_coordination=False).field == "leaves_own"
    assert share({VDAB}, looker=COR) is None


def test_sharing_changes_from_today_on_not_before():
    assert share({OCMW}, from_day=EARLIER).field == "from_day"


def test_only_organisations_of_the_team_are_added():
    assert share({OCMW, 99}).field == "organisations"


def test_nobody_is_added_against_the_persons_will():
    assert "ging niet akkoord" in share({OCMW, VDAB, ARKTOS}, agreed=Agreed.NO).reason
    assert share({OCMW}, agreed=Agreed.NO) is None
    assert share({OCMW, ARKTOS}, agreed=Agreed.NO, kind=CaseKind.GROUP) is None


def test_a_withdrawal_names_someone_who_sees_the_case():
    assert withdraw({99}).field == "organisations"
    assert withdraw({ARKTOS}) is None


def test_a_withdrawal_is_not_of_tomorrow_nor_from_before_the_case():
    assert withdraw({ARKTOS}, withdrawn_on=LATER).field == "withdrawn_on"
    assert withdraw({ARKTOS}, withdrawn_on=date(2025, 1, 1)).field == "withdrawn_on"


def test_after_a_whole_withdrawal_one_organisation_works_on():
    assert "één organisatie" in withdraw({ARKTOS}, whole=True).reason
    assert withdraw({VDAB, ARKTOS}, whole=True) is None
    assert "Minstens één" in withdraw(set(TEAM), whole=True, leaves_own=True).reason


def test_a_whole_withdrawal_can_be_noted_when_one_organisation_sees_it_already():
    assert withdraw((), whole=True, sharing=(OCMW,)) is None


def test_a_withdrawal_that_closes_the_own_door_is_asked_about_first():
    assert withdraw({OCMW}).field == "leaves_own"
    assert withdraw({ARKTOS}, looker=COR, coordination_too=True).field == "leaves_own"


def test_a_planned_end_stays_planned_when_others_change():
    periods = (Period(OCMW, EARLIER, id=1), Period(VDAB, EARLIER, LATER, id=2))

    assert change_to(periods, {OCMW}, DAY) == Change()


def test_ticking_an_organisation_with_a_planned_end_lets_it_go_on():
    periods = (Period(OCMW, EARLIER, id=1), Period(VDAB, EARLIER, LATER, id=2))

    assert change_to(periods, {OCMW, VDAB}, DAY) == Change(go_on=(2,))


def test_who_would_come_back_later_and_is_no_longer_wanted_leaves_on_the_day_itself():
    periods = (Period(OCMW, EARLIER, LATER, id=1), Period(OCMW, LATEST, id=2), Period(VDAB, EARLIER, id=3))

    assert change_to(periods, {VDAB}, DAY) == Change(end=(1,), drop=(2,))


def test_who_sees_the_case_and_would_come_back_later_goes_on_without_a_gap():
    periods = (Period(OCMW, EARLIER, LATER, id=1), Period(OCMW, LATEST, id=2))

    assert change_to(periods, {OCMW}, DAY) == Change(go_on=(1,), drop=(2,))


def test_what_was_over_begins_anew():
    assert change_to((Period(VDAB, EARLIER, EARLIER, id=1),), {VDAB}, DAY) == Change(begin=(VDAB,))


def test_what_was_still_to_begin_never_does():
    assert change_to((Period(VDAB, LATER, id=1),), {}, DAY) == Change(drop=(1,))


def test_a_withdrawal_ends_planned_ends_too():
    assert change_without((Period(VDAB, EARLIER, LATER, id=1),), {VDAB}, DAY) == Change(end=(1,))


def test_the_limits_tell_since_when_an_organisation_may_no_longer_see_the_case():
    assert limits_with("Niets over zijn schulden.", ["VDAB"], DAY) == (
        "Niets over zijn schulden.\nNiet meer met VDAB, sinds 3/11/2026."
    )
    assert limits_with("", ["VDAB"], DAY) == "Niet meer met VDAB, sinds 3/11/2026."
