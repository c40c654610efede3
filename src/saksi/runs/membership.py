"""Passwords, invitations and sessions: secrets are made and hashed here; the ledger keeps what the hashes leave."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from secrets import token_urlsafe
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from saksi.errors import DeskError, MemberRefused
from saksi.ledger.members import Member, Members, Role
from saksi.limits import (
    INVITATION_SECONDS,
    MEMBER_NAME_CHARS,
    PASSWORD_CHARS,
    PASSWORD_LEAST_CHARS,
    PASSWORDS_AT_ONCE,
    SESSION_SECONDS,
)

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_NAME = re.compile(r"\w[\w .'’-]*")
_AGENT_CHARS = 200
_hashing = BoundedSemaphore(PASSWORDS_AT_ONCE)


def checked_name(name: str) -> str:
    """A member's name as it is kept: letters, digits, blanks, and . ' ’ - between them. Raises MemberRefused."""
    tidy = " ".join(unicodedata.normalize("NFC", name).split())
    if not _NAME.fullmatch(tidy) or len(tidy) > MEMBER_NAME_CHARS:
        raise MemberRefused(f"a name has letters, digits and blanks, at most {MEMBER_NAME_CHARS} of them", "name")
    return tidy


def hashed(password: str) -> str:
    """The password as argon2id writes it, with its own salt. Raises MemberRefused for one that is too short or too long."""
    if not PASSWORD_LEAST_CHARS <= len(password) <= PASSWORD_CHARS:
        raise MemberRefused(f"a password has {PASSWORD_LEAST_CHARS} characters or more; several words are easy to keep", "password")
    hasher = _hasher()
    with _hashing:
        return hasher.hash(password.encode("utf-8", "surrogatepass"))


def log_in(members: Members, name: str, password: str, *, agent: str, now: datetime) -> str | None:
    """Open a session and give its secret, None where name and password do not fit.

    An unknown name takes as long as a wrong password: there, too, one is hashed.
    """
    known = members.password_of(name[:PASSWORD_CHARS])
    member, kept = known if known is not None else ("", _decoy())
    if not _fits(kept, password) or known is None:
        return None
    if _hasher().check_needs_rehash(kept):
        members.refresh_password(member, hashed(password))
    return open_session(members, member, agent=agent, now=now)


def open_session(members: Members, member: str, *, agent: str, now: datetime) -> str:
    """A session of a member, always a new one; gives the secret that its cookie holds."""
    secret = token_urlsafe(32)
    ends = now + timedelta(seconds=SESSION_SECONDS)
    members.open_session(member, digest_of(secret), ends=ends, now=now, agent=agent[:_AGENT_CHARS])
    return secret


def right_password(members: Members, member: Member, password: str) -> bool:
    """Whether this is the member's password, for what asks for it again."""
    known = members.password_of(member.name)
    return known is not None and _fits(known[1], password)


def invite(members: Members, *, role: Role, now: datetime, who: str = "", seconds: int = INVITATION_SECONDS) -> str:
    """A new invitation; gives the secret of its link. Raises MemberRefused."""
    secret = token_urlsafe(32)
    members.invite(digest_of(secret), role=role, ends=now + timedelta(seconds=seconds), now=now, who=who)
    return secret


def digest_of(secret: str) -> str:
    """What is kept of a secret of 256 random bits, which nobody guesses: a plain hash of it is enough."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _fits(kept: str, password: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    hasher = _hasher()
    try:
        with _hashing:
            return hasher.verify(kept, password[:PASSWORD_CHARS].encode("utf-8", "surrogatepass"))
    except (VerificationError, InvalidHashError):
        return False


@cache
def _hasher() -> PasswordHasher:
    """argon2id as RFC 9106 has it where memory is short: 64 MB, three passes."""
    try:
        from argon2 import PasswordHasher, profiles
    except ModuleNotFoundError as error:
        raise DeskError("members need argon2, which is not installed; try: pip install 'saksi[desk]'") from error
    return PasswordHasher.from_parameters(profiles.RFC_9106_LOW_MEMORY)


@cache
def _decoy() -> str:
    """What the password of a name that nobody has is compared with."""
    return hashed(token_urlsafe(32))
