"""Signing in and out, the acting capacity, and handing over the phone."""

import asyncio
import hashlib
import secrets
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from piccolo.columns import Varchar
from zxcvbn import zxcvbn

from tracker import clock
from tracker.database import writing
from tracker.partnership import trail
from tracker.partnership.queries import viewers
from tracker.partnership.rules.passwords import MAXIMUM_LENGTH, TRIES_WITHIN, why_not_password, why_not_try
from tracker.partnership.rules.roles import Viewer
from tracker.partnership.tables import Person, SignIn, SignInAttempt
from tracker.problems import NotFound, RuleBroken

# OWASP's minimum for argon2id; two at once keep two cores free for everyone else.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
AT_ONCE = asyncio.Semaphore(2)
NOBODY = HASHER.hash(secrets.token_urlsafe())
WRONG = "Dit e-mailadres en wachtwoord passen niet bij elkaar."
WRONG_ON_TAKE_BACK = "Dit is niet je wachtwoord. De telefoon blijft op deze bladzijde."
SEEN_EVERY = timedelta(minutes=5)


async def sign_in(email: str, password: str, *, address: str, device: str) -> str:
    """Check a password and start a sign-in; returns the token for the cookie. Raises RuleBroken."""
    who = email.strip().casefold()
    await _must_not_guess(who, address, "email")
    person = await viewers.person_by_email(email)
    known = person is not None and person["disabled_at"] is None and bool(person["password_hash"])
    right = await _verify(person["password_hash"] if person and known else NOBODY, password)
    if person is None or not known or not right:
        await _count_try(who, address)
        raise RuleBroken(WRONG, "password")
    return await start(person["id"], device=device)


async def start(person_id: int, *, device: str, role_held_id: int | None = None) -> str:
    """Start a sign-in for a person whose identity is proven; a fresh token each time (no fixation)."""
    token = secrets.token_urlsafe(32)
    capacities = await viewers.capacities_of(person_id)
    chosen = next((c for c in capacities if c.role_held_id == role_held_id), None) or (
        await _last_used(person_id, capacities)
    )
    async with writing():
        now = clock.now()
        await SignIn.insert(
            SignIn(
                token_hash=viewers.hash_of(token),
                person=person_id,
                role_held=chosen.role_held_id if chosen else None,
                started_at=now,
                seen_at=now,
                device=device[:120],
            )
        )
    return token


async def sign_out(sign_in_id: int) -> None:
    """End one sign-in, on the server."""
    await SignIn.delete().where(SignIn.id == sign_in_id)


async def sign_out_everywhere(person_id: int) -> None:
    """End every sign-in of a person."""
    await SignIn.delete().where(SignIn.person == person_id)


async def choose_capacity(signed_in: viewers.SignedIn, role_held_id: int, *, device: str) -> str:
    """Act in another role from now on; the old token dies with the old capacity. Raises NotFound."""
    if role_held_id not in [c.role_held_id for c in await viewers.capacities_of(signed_in.person_id)]:
        raise NotFound
    token = await start(signed_in.person_id, device=device, role_held_id=role_held_id)
    await sign_out(signed_in.sign_in_id)
    return token


async def change_password(signed_in: viewers.SignedIn, current: str, new: str, *, device: str) -> str:
    """Change one's own password; every other device is signed out. Returns the new token."""
    person = await Person.objects().get(Person.id == signed_in.person_id)
    assert person is not None
    if not await _verify(person.password_hash or NOBODY, current):
        raise RuleBroken("Dit is niet je huidige wachtwoord.", "current")
    await set_password(signed_in.person_id, new)
    await sign_out_everywhere(signed_in.person_id)
    role_held = signed_in.viewer.role_held_id if signed_in.viewer else None
    return await start(signed_in.person_id, device=device, role_held_id=role_held)


async def set_password(person_id: int, password: str, *, temporary: bool = False) -> None:
    """Give a person a password that the rule accepts; a temporary one must be changed at first use."""
    person = await Person.objects().get(Person.id == person_id)
    if person is None:
        raise NotFound
    strength = zxcvbn(password[:MAXIMUM_LENGTH], user_inputs=[person.name, person.email])["score"]
    if reason := why_not_password(password, strength, person.email):
        raise RuleBroken(reason, "password")
    person.password_hash = await _hash(password)
    person.must_change_password = temporary
    await person.save([Person.password_hash, Person.must_change_password])


async def has_password(person_id: int) -> bool:
    """Whether a person can sign in with a password already."""
    row = await Person.select(Person.password_hash).where(Person.id == person_id).first()
    return bool(row and row["password_hash"])


async def hand_over(viewer: Viewer, case_id: int) -> None:
    """Lock this device to one case's page until its worker takes it back."""
    async with writing():
        await SignIn.update({SignIn.locked_to_case: case_id}).where(SignIn.id == viewer.sign_in_id)
        await trail.record(viewer, "phone handed over", "case", case_id, case=case_id)


async def take_back(signed_in: viewers.SignedIn, password: str) -> None:
    """Unlock the device with the worker's own password. Raises RuleBroken.

    Wrong tries count for this device alone, so that they never keep its worker from signing in elsewhere.
    """
    device = f"device {signed_in.sign_in_id}"
    await _must_not_guess(device, device, "password")
    person = await Person.select(Person.password_hash).where(Person.id == signed_in.person_id).first()
    if not await _verify((person or {}).get("password_hash") or NOBODY, password):
        await _count_try(device, device)
        raise RuleBroken(WRONG_ON_TAKE_BACK, "password")
    async with writing():
        await SignIn.update({SignIn.locked_to_case: None}).where(SignIn.id == signed_in.sign_in_id)
        if signed_in.viewer:
            case = signed_in.locked_to_case
            await trail.record(signed_in.viewer, "phone taken back", "case", case, case=case)


async def seen(signed_in: viewers.SignedIn) -> None:
    """Note that a sign-in is in use, at most once in five minutes."""
    now = clock.now()
    if now - signed_in.seen_at > SEEN_EVERY:
        await SignIn.update({SignIn.seen_at: now}).where(SignIn.id == signed_in.sign_in_id)


async def _last_used(person_id: int, capacities: list[viewers.Capacity]) -> viewers.Capacity | None:
    held = await (
        SignIn.select(SignIn.role_held)
        .where(SignIn.person == person_id, SignIn.role_held.is_not_null())
        .order_by(SignIn.seen_at, ascending=False)
        .first()
    )
    last = held["role_held"] if held else None
    return next((c for c in capacities if c.role_held_id == last), capacities[0] if capacities else None)


async def _must_not_guess(who: str, address: str, field: str) -> None:
    since = clock.now() - TRIES_WITHIN
    for_person = await _tries(SignInAttempt.email_hash, who, since)
    from_address = await _tries(SignInAttempt.address_hash, address, since)
    if reason := why_not_try(for_person, from_address):
        raise RuleBroken(reason, field)


async def _count_try(who: str, address: str) -> None:
    await SignInAttempt.insert(
        SignInAttempt(email_hash=_blind(who), address_hash=_blind(address), tried_at=clock.now())
    )


async def _tries(column: Varchar, said: str, since: datetime) -> int:
    return int(await SignInAttempt.count().where(column == _blind(said), SignInAttempt.tried_at >= since))


async def _hash(password: str) -> str:
    async with AT_ONCE:
        return await asyncio.to_thread(HASHER.hash, password)


async def _verify(known: str, password: str) -> bool:
    async with AT_ONCE:
        try:
            return await asyncio.to_thread(HASHER.verify, known, password[:MAXIMUM_LENGTH])
        except (VerificationError, InvalidHashError):
            return False


def _blind(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
