"""Which addresses may be called: judges an address by its spelling and an IP address by its range; it calls nobody."""

from __future__ import annotations

import ipaddress
import re
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote, urljoin

import msgspec

from saksi.errors import FetchRefused
from saksi.limits import URL_CHARS

IP = IPv4Address | IPv6Address

PORTS = {"http": 80, "https": 443}
FIRST_FREE_PORT = 1024
BLOCKED_PORTS = frozenset(
    [1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080]
)
"""Ports from 1024 on that browsers call no page from (https://fetch.spec.whatwg.org/#port-blocking)."""

OWN_NETWORK = ("localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "arpa", "onion", "alt")
"""Last parts of names that mean a machine of one's own network, or no machine that the public name service knows."""

_TAKEN = {
    "0.0.0.0/8": "this network itself",
    "10.0.0.0/8": "a private network",
    "100.64.0.0/10": "the network between a provider and its customers",
    "127.0.0.0/8": "this machine itself",
    "168.63.129.16/32": "a cloud's own service for its machines",
    "169.254.0.0/16": "a link's own network, where clouds tell machines their secrets",
    "172.16.0.0/12": "a private network",
    "192.0.0.0/24": "kept for protocols",
    "192.0.2.0/24": "kept for documentation",
    "192.88.99.0/24": "a relay that is no longer in use",
    "192.168.0.0/16": "a private network",
    "198.18.0.0/15": "kept for benchmarks",
    "198.51.100.0/24": "kept for documentation",
    "203.0.113.0/24": "kept for documentation",
    "224.0.0.0/4": "many machines at once (multicast)",
    "240.0.0.0/4": "kept for later",
}
_TAKEN_6 = {
    "::/128": "no address",
    "::1/128": "this machine itself",
    "64:ff9b:1::/48": "a network's own translation to IPv4",
    "100::/64": "the address that swallows everything",
    "2001:2::/48": "kept for benchmarks",
    "2001::/23": "kept for protocols",
    "2001:db8::/32": "kept for documentation",
    "3fff::/20": "kept for documentation",
    "fc00::/7": "a private network",
    "fe80::/10": "a link's own network",
    "fec0::/10": "a private network",
    "ff00::/8": "many machines at once (multicast)",
}
# By IANA's registries of special-purpose addresses, and not by `ipaddress.is_global`, which changed between releases of Python.
_RANGES = tuple((ipaddress.ip_network(net), why) for net, why in (_TAKEN | _TAKEN_6).items())
_UNICAST = ipaddress.IPv6Network("2000::/3")
_SIX_TO_FOUR = ipaddress.IPv6Network("2002::/16")
_TEREDO = ipaddress.IPv6Network("2001::/32")
_LAST_32 = tuple(ipaddress.IPv6Network(net) for net in ("::ffff:0:0/96", "::/96", "64:ff9b::/96", "::ffff:0:0:0/96"))
_ISATAP = (b"\x00\x00\x5e\xfe", b"\x02\x00\x5e\xfe")

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_SHAPE = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)", re.S)
_NUMBER = re.compile(r"(?:[0-9]+|0[xX][0-9a-fA-F]*)")
_CANONICAL = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}", re.A)
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_KEPT = "!#$%&'()*+,/:;=?@[]~-._"
"""What stands in the path or query of an address as it is; everything else is percent-encoded from UTF-8."""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """An address that may be asked for, in its one spelling: lower-case, IDNA, no fragment, no port where it is the scheme's own.

    `host` is a name in ASCII or an IP address without brackets; `path` is what the request line asks for, query included.
    """

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """What the Host header says: "example.org", "example.org:8080", "[2a00::1]"."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme and authority, for which one robots.txt speaks."""
        return f"{self.scheme}://{self.authority}"


def judge_address(address: str) -> Target:
    """The target of an http or https address that strangers may send us to; names are judged by spelling, not looked up.

    "HTTPS://Kopi.Example/a b#c" is https://kopi.example/a%20b. Raises FetchRefused for every other scheme, a name or password
    in it, characters that hide, ports that serve no pages, names of one's own network ("http://localhost/"), IP addresses that
    `judge_ip` refuses, and every spelling of one but the canonical ("http://127.1/", "http://0x7f.1/", "http://2130706433/").
    """
    address = address.strip(" ")
    if len(address) > URL_CHARS:
        raise FetchRefused(address[:80] + "…", f"an address of more than {URL_CHARS:,} characters; look whether it was pasted whole")
    if _UNSEEN.search(address) or "\\" in address:
        raise FetchRefused(address, "it holds a character that no address has (a control character, a hidden one or \\); type it anew")
    shape = _SHAPE.match(address)
    if shape is None or (scheme := shape[1].lower()) not in PORTS:
        raise FetchRefused(address, "only http:// and https:// addresses are fetched; save the text and give its path")
    host, port = _host_and_port(address, shape[2], scheme)
    rest = address[shape.end() :].partition("#")[0]
    path = _plain_path(quote(rest if rest.startswith("/") else "/" + rest, safe=_KEPT))
    target = Target(url="", scheme=scheme, host=host, port=port, path=path)
    return msgspec.structs.replace(target, url=target.origin + path)


def judge_redirect(target: Target, location: str) -> Target:
    """The target that an answer of `target` sends on to, judged as if it had been asked for. Raises FetchRefused."""
    if _UNSEEN.search(location) or "\\" in location:
        raise FetchRefused(target.url, "it sends on to an address with a character that no address has; look at it in a browser")
    try:
        return judge_address(urljoin(target.url, location.strip(" ")))
    except ValueError as exc:
        raise FetchRefused(target.url, f"it sends on to what is no address ({exc}); look at it in a browser") from exc
    except FetchRefused as refused:
        raise FetchRefused(target.url, f"it sends on to {refused.uri}, which is refused: {refused.reason}") from refused


def judge_ip(ip: IP) -> str | None:
    """Why this IP address is not called, None where it is one machine of the public network.

    93.184.216.34 and 2606:4700::1 may be called; 10.0.0.1, 169.254.169.254 and ::1 may not, nor ::ffff:10.0.0.1,
    64:ff9b::a00:1, 2002:a00:1::, Teredo's and ISATAP's addresses, where the IPv4 address inside may not.
    """
    if isinstance(ip, IPv6Address):
        if ip.scope_id is not None:
            return "a link's own network"
        inside = _inside(ip)
        for each in inside:
            if why := judge_ip(each):
                return f"another spelling of {each}, which is {why}"
        if inside and any(ip in net for net in (*_LAST_32, _TEREDO)):
            return None
    why = next((why for net, why in _RANGES if ip in net), None)
    if why is None and isinstance(ip, IPv6Address) and ip not in _UNICAST:
        return "given to nobody"
    return why


def _inside(ip: IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses that a translation or a tunnel finds in this one (RFC 4291, 6052, 3056, 4380, 5214, 2765)."""
    packed = ip.packed
    if int(ip) > 1 and any(ip in net for net in _LAST_32):
        return (IPv4Address(packed[12:]),)
    if ip in _SIX_TO_FOUR:
        return (IPv4Address(packed[2:6]),)
    if ip in _TEREDO:
        return (IPv4Address(packed[4:8]), IPv4Address(bytes(byte ^ 0xFF for byte in packed[12:])))
    return (IPv4Address(packed[12:]),) if packed[8:12] in _ISATAP else ()


def _plain_path(path: str) -> str:
    """The path without "." and "..", which a robots.txt does not know; the query as it is."""
    way, mark, query = path.partition("?")
    parts: list[str] = []
    for part in way.split("/")[1:]:
        dots = part.replace("%2e", ".").replace("%2E", ".")
        if dots == "..":
            del parts[-1:]
        elif dots != ".":
            parts.append(part)
    if way.split("/")[-1].replace("%2e", ".").replace("%2E", ".") in (".", ".."):
        parts.append("")
    return "/" + "/".join(parts) + mark + query


def _host_and_port(address: str, authority: str, scheme: str) -> tuple[str, int]:
    if "@" in authority:
        raise FetchRefused(address, "it carries a name or a password before the host; give it without")
    host, bracket, after = authority.partition("]")
    if not bracket:
        host, colon, digits = authority.partition(":")
        after = colon + digits
    port = _port(address, after, scheme)
    if bracket:
        return _bracketed(address, host), port
    return _host(address, host), port


def _port(address: str, after: str, scheme: str) -> int:
    if after in ("", ":"):
        return PORTS[scheme]
    digits = after[1:]
    if after[0] != ":" or not digits.isascii() or not digits.isdigit() or len(digits) > 5:
        raise FetchRefused(address, "what stands behind its host is no port; look at its spelling")
    port = int(digits)
    if (port not in PORTS.values() and not FIRST_FREE_PORT <= port <= 65_535) or port in BLOCKED_PORTS:
        raise FetchRefused(address, f"port {port} serves no pages; only 80, 443 and ports from {FIRST_FREE_PORT} on that browsers call are")
    return port


def _bracketed(address: str, host: str) -> str:
    try:
        ip = IPv6Address(host.removeprefix("["))
    except ValueError as exc:
        raise FetchRefused(address, "what stands in its brackets is no IPv6 address; look at its spelling") from exc
    if not host.startswith("[") or ip.scope_id is not None:
        raise FetchRefused(address, "its host is neither a name nor an IP address; look at its spelling")
    _judged(address, ip)
    return str(ip.ipv4_mapped or ip)


def _host(address: str, host: str) -> str:
    if not host:
        raise FetchRefused(address, "it names no host; look at its spelling")
    name = _ascii(address, host).removesuffix(".")
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        if _CANONICAL.fullmatch(host) is None:
            raise FetchRefused(address, "its host is a number in a spelling that hides where it leads; give the name of the host")
        _judged(address, IPv4Address(host))
        return host
    if len(name) > 253 or not all(_NAME.fullmatch(label) for label in labels):
        raise FetchRefused(address, "its host is no name of a machine; look at its spelling")
    if len(labels) == 1 or labels[-1] in OWN_NETWORK:
        raise FetchRefused(address, f"{name} is a name of your own network, where no page is fetched; save the page and give its path")
    return name


def _ascii(address: str, host: str) -> str:
    """The host's name in ASCII, as IDNA 2008 has it after the mapping that browsers do (UTS 46)."""
    if host.isascii():
        name = host.lower()
        if "xn--" not in name:
            return name
    import idna

    try:
        return idna.encode(host, uts46=True, transitional=False).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError) as exc:
        raise FetchRefused(address, f"its host is no name of a machine ({exc}); look at its spelling") from exc


def _judged(address: str, ip: IP) -> None:
    if why := judge_ip(ip):
        raise FetchRefused(address, f"{ip} is {why}; only machines of the public network are asked")


def hosts_ip(target: Target) -> IP | None:
    """The IP address that the target's host is, None where it is a name."""
    try:
        return ipaddress.ip_address(target.host)
    except ValueError:
        return None
