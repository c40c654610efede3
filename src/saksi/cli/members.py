"""`saksi members`: who may write at the desk, and what visitors see there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from saksi.cli.follow import LedgerFile
from saksi.cli.harmless import one_line
from saksi.clock import now
from saksi.errors import MemberRefused

if TYPE_CHECKING:
    from saksi.ledger.members import Members

MemberName = Annotated[str, typer.Argument(metavar="NAME", help="The member.", show_default=False)]
AsOwner = Annotated[bool, typer.Option("--owner", help="As an owner, who manages members and moderates.")]
FromPipe = Annotated[bool, typer.Option("--password-stdin", help="Take the password from the first line of standard input.")]
HOUR = 3600


def add(name: MemberName, ledger: LedgerFile = "saksi.db", owner: AsOwner = False, password_stdin: FromPipe = False) -> None:
    """Add a member with a password, which is asked for here. The first one owns the desk.

    From then on the desk asks who is there: visitors read, members write after they have logged in. What was written at
    the desk before belongs to the first owner.

    \b
    Example:
      saksi members add "Sari Dewi"
      saksi members add --owner Rahmat
    """
    from saksi.runs.membership import checked_name, hashed

    with _members(ledger) as held:
        named = checked_name(name)
        role: Literal["owner", "member"] = "owner" if owner or not held.everybody() else "member"
        added = held.add(named, hashed(_password(password_stdin)), role=role, now=now())
    print(one_line(f"{added.name}: {added.role}"))


def invite(
    ledger: LedgerFile = "saksi.db",
    owner: AsOwner = False,
    hours: Annotated[int, typer.Option("--hours", min=1, max=720, help="How long the link is good.")] = 168,
    desk: Annotated[str, typer.Option("--desk", metavar="ADDRESS", help="Where the desk stands.")] = "http://localhost:8787",
) -> None:
    """Print a link by which one person becomes a member, once. Who has it chooses name and password.

    \b
    Example:
      saksi members invite --desk https://desk.example.org
    """
    from saksi.runs.membership import invite as invited

    with _members(ledger) as held:
        secret = invited(held, role="owner" if owner else "member", now=now(), seconds=hours * HOUR)
    print(f"{desk.rstrip('/')}/join?key={secret}")


def list_(ledger: LedgerFile = "saksi.db") -> None:
    """Print the members and the invitations that nobody used yet, one a line.

    \b
    Example:
      saksi members list
    """
    with _members(ledger) as held:
        for one in held.everybody():
            told = f"removed {one.removed}" if one.removed else f"since {one.added}"
            print("\t".join(map(one_line, (one.name, one.role, told))))
        for each in held.invitations(now()):
            print("\t".join(map(one_line, (f"invitation {each.digest[:8]}", each.role, f"until {each.ends}"))))


def remove(name: MemberName, ledger: LedgerFile = "saksi.db") -> None:
    """Shut a member out at once: sessions end, private notes go, comments stay. An invitation goes by its first 8 digits.

    \b
    Example:
      saksi members remove Rahmat
      saksi members remove 1f3a9c0e
    """
    with _members(ledger) as held:
        invitation = next((each for each in held.invitations(now()) if each.digest[:8] == name), None)
        if invitation is not None:
            held.withdraw(invitation.digest, now=now())
            print(f"withdrawn: invitation {name}")
            return
        print(one_line(f"removed: {held.remove(name, now=now()).name}"))


def password(name: MemberName, ledger: LedgerFile = "saksi.db", password_stdin: FromPipe = False) -> None:
    """Give a member another password, for one who forgot it; every session of theirs ends.

    \b
    Example:
      saksi members password "Sari Dewi"
    """
    from saksi.runs.membership import hashed

    with _members(ledger) as held:
        held.set_password(name, hashed(_password(password_stdin)), now=now())
    print(one_line(f"{name}: has another password, and is logged out everywhere"))


def visitors(
    see: Annotated[Literal["full", "quotes"], typer.Argument(help="The whole text of an article, or only quotes with links.")],
    ledger: LedgerFile = "saksi.db",
) -> None:
    """Choose what visitors see of articles; members see all.

    \b
    Example:
      saksi members visitors quotes
    """
    with _members(ledger) as held:
        held.choose("visitors", see, now=now())
    print(f"visitors see {'whole texts' if see == 'full' else 'quotes with links'}")


def comments(
    how: Annotated[Literal["open", "moderated"], typer.Argument(help="Seen at once, or once an owner lets them.")],
    ledger: LedgerFile = "saksi.db",
) -> None:
    """Choose whether what members comment is seen at once.

    \b
    Example:
      saksi members comments moderated
    """
    with _members(ledger) as held:
        held.choose("comments", how, now=now())
    print(f"comments are {how}")


def addresses(
    how: Annotated[Literal["off", "fetched"], typer.Argument(help="Whether the desk asks for addresses that members give it to read.")],
    ledger: LedgerFile = "saksi.db",
) -> None:
    """Choose whether members may have addresses read at the desk. Each is judged before it is called, as by `saksi add`.

    \b
    Example:
      saksi members addresses fetched
    """
    with _members(ledger) as held:
        held.choose("addresses", how, now=now())
    print(f"addresses are {'fetched and read' if how == 'fetched' else 'not asked for'}")


def trail(ledger: LedgerFile = "saksi.db") -> None:
    """Print what was done, the newest first, one a line: when, who (- for the command line), what, to what.

    \b
    Example:
      saksi members trail
    """
    with _members(ledger) as held:
        for done in held.trail():
            print("\t".join(map(one_line, (done.moment, done.who or "-", done.act, done.thing))))


MEMBER_COMMANDS: dict[str, Callable[..., None]] = {
    "add": add,
    "invite": invite,
    "list": list_,
    "remove": remove,
    "password": password,
    "visitors": visitors,
    "comments": comments,
    "addresses": addresses,
    "trail": trail,
}
"""In the order of the help."""

members_app = typer.Typer(help="Say who may write at the desk, and what visitors see.", no_args_is_help=True, rich_markup_mode=None)
for _name, _command in MEMBER_COMMANDS.items():
    members_app.command(_name)(_command)


def _password(from_pipe: bool) -> str:
    if from_pipe:
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))


@contextmanager
def _members(ledger: str) -> Iterator[Members]:
    from saksi.ledger import open_ledger
    from saksi.ledger.members import members_of

    with open_ledger(ledger, create=False) as opened:
        held = members_of(opened)
        if held is None:
            raise MemberRefused("this kind of ledger keeps no members; give the path of a file, e.g. saksi.db")
        yield held
