"""Whatever is shared, limited, withdrawn or ended, in whatever order: exactly who should, sees the case.

The model knows nothing of periods: it keeps, for each organisation, on which of the coming days it sees.
"""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.cases.life import a_person
from tests.examples import per_hundred
from tracker import clock
from tracker.cases.actions.opening import Sharing, open_case
from tracker.cases.actions.sharing import Wanted, Withdrawal, share, withdraw
from tracker.cases.queries.seen import still_sees
from tracker.cases.rules.kinds import Agreed
from tracker.partnership.tables import RoleHeld
from tracker.problems import NotFound, RuleBroken

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
HORIZON = 40
DAYS = st.integers(min_value=0, max_value=5)


class SharingMachine(RuleBasedStateMachine):
    """One case; An of OCMW and Cor of the coordination change its sharing while days go by."""

    def __init__(self, cast, loop):
        super().__init__()
        self.cast, self.loop = cast, loop
        self.doors = {cast.ocmw: cast.an, cast.vdab: cast.ben, cast.arktos: cast.out}
        self.day = 0

    def do(self, act):
        """Run an act in the loop of the test, on the day of the model."""

        async def on_its_day():
            with clock.at(NOON + timedelta(days=self.day)):
                return await act()

        return asyncio.run_coroutine_threadsafe(on_its_day(), self.loop).result(timeout=30)

    def today(self, later=0):
        return (NOON + timedelta(days=self.day + later)).date()

    @initialize(chosen=st.sets(st.sampled_from(["ocmw", "vdab", "arktos"])))
    def open(self, chosen):
        chosen = {getattr(self.cast, name) for name in chosen}
        sharing = Sharing(agreed=Agreed.YES, organisations=tuple(chosen))

        async def act():
            for member in self.doors.values():
                await RoleHeld.update({RoleHeld.until: None}).where(RoleHeld.id == member.role_held_id)
            return await open_case(
                await self.cast.an.viewer(), a_person(sharing=sharing, started_on=self.today())
            )

        self.code = self.do(act)
        shares = (chosen | {self.cast.ocmw}) if chosen else set(self.doors)
        self.seen = {org: [org in shares] * HORIZON for org in self.doors}
        self.coordination = True
        self.agreed = True
        self.gone = set()

    def may_act(self, org):
        return org not in self.gone and self.seen[org][self.day]

    @rule(data=st.data(), later=DAYS, coordination=st.booleans())
    def change(self, data, later, coordination):
        wanted = data.draw(st.sets(st.sampled_from(sorted(self.doors))))
        from_day = self.day + later
        for_ever = {org for org, days in self.seen.items() if days[-1]}
        starts_later = {org for org in for_ever if not self.seen[org][from_day]}
        allowed = self.may_act(self.cast.ocmw) and bool(wanted - starts_later)
        if wanted - for_ever and not self.agreed:
            allowed = False

        async def act():
            asked = Wanted(frozenset(wanted), self.today(later), coordination, leaves_own=True)
            await share(await self.cast.an.viewer(), self.code, asked)

        assert self.succeeds(act) == allowed
        if allowed:
            self.coordination = coordination
            for org, days in self.seen.items():
                if org in wanted and (org not in for_ever or days[from_day]):
                    days[from_day:] = [True] * (HORIZON - from_day)
                elif org not in wanted and org in for_ever:
                    days[from_day:] = [False] * (HORIZON - from_day)

    @rule(data=st.data(), whole=st.booleans(), coordination_too=st.booleans())
    def take_back(self, data, whole, coordination_too):
        named = data.draw(st.sets(st.sampled_from(sorted(self.doors))))
        seeing = {org for org, days in self.seen.items() if days[self.day]}
        if whole:
            stay = {self.cast.ocmw} & seeing if not named else seeing - named
            allowed = len(stay) == 1
        else:
            stay = seeing - named
            allowed = bool(stay) and bool(named & seeing)
        allowed = allowed and self.may_act(self.cast.ocmw)

        async def act():
            asked = Withdrawal(
                self.today(), whole, frozenset(named), coordination_too=coordination_too, leaves_own=True
            )
            await withdraw(await self.cast.an.viewer(), self.code, asked)

        assert self.succeeds(act) == allowed
        if allowed:
            self.coordination = self.coordination and not coordination_too
            self.agreed = self.agreed and not whole
            for org in set(self.doors) - stay if whole else named:
                self.seen[org][self.day :] = [False] * (HORIZON - self.day)

    @rule(org=st.sampled_from(["vdab", "arktos"]))
    def end_role(self, org):
        organisation = getattr(self.cast, org)

        async def act():
            member = self.doors[organisation]
            await RoleHeld.update({RoleHeld.until: self.today()}).where(RoleHeld.id == member.role_held_id)

        self.do(act)
        self.gone.add(organisation)

    @rule()
    def sleep(self):
        if self.day < HORIZON - 10:
            self.day += 1

    @invariant()
    def exactly_who_should_sees_the_case(self):
        for org, member in self.doors.items():
            if org not in self.gone:
                assert self.sees(member) == self.seen[org][self.day], f"{member.name} on day {self.day}"
            else:
                assert not self.do(lambda member=member: self.holds_a_role(member))
        assert self.sees(self.cast.cor) == self.coordination
        assert not self.sees(self.cast.dot)

    def sees(self, member):
        async def act():
            return await still_sees(await member.viewer(), self.code)

        return self.do(act)

    async def holds_a_role(self, member):
        try:
            return await member.viewer() is not None
        except AssertionError:
            return False

    def succeeds(self, act):
        try:
            self.do(act)
        except (RuleBroken, NotFound):
            return False
        return True


@pytest.mark.hypothesis
async def test_after_any_sequence_of_changes_exactly_who_should_sees_the_case(cast):
    loop = asyncio.get_running_loop()
    rules = settings(
        max_examples=per_hundred(25),
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )

    await asyncio.to_thread(run_state_machine_as_test, lambda: SharingMachine(cast, loop), settings=rules)
