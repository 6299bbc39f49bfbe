"""What a link must be to stand in a document that others read: a public address of http or https.

Links are printed in reports and letters and opened by whoever reads them; the program itself follows none. What is no
public address proves nothing to a reader, and may lead him into his own network.
"""

from __future__ import annotations

import re
import unicodedata
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from roadmapc.diagnostics import Message

_LONGEST, _LONGEST_HOST = 2000, 253
_FORBIDDEN = re.compile(
    r"[\s\x00-\x20\x7f-\xa0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff\\<>\"`{}|^]"
)
"""What no address has (RFC 3986, 2), what nobody sees, and the backslash that browsers take for a slash."""
_LABEL = re.compile(r"[^\W_]([\w-]{0,61}[^\W_])?")
_LAST_LABEL = re.compile(r"xn--[a-z0-9-]+|[^\W\d_]{2,}", re.IGNORECASE)
"""The last part of a host has letters alone (RFC 3696, 2), so that «127.1» and «0x7f.1» are none."""
_OWN = frozenset(
    {"localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private"}
    | {"test", "invalid", "example", "arpa"}
)
"""Last parts of hosts that nobody else knows: RFC 6761, RFC 6762, and what ICANN never gives away."""


def link_fault(link: str) -> Message | None:
    """Return why a link is no public address of http or https; nothing where it is one."""
    if _FORBIDDEN.search(link):
        return Message("the link has spaces or signs that no address has")
    if len(link) > _LONGEST:
        return Message("the link is longer than {n} characters", n=_LONGEST)
    try:
        parts = urlsplit(link)
        has_port = parts.port != 0
    except ValueError:
        return Message("the link is no address")
    if parts.scheme not in {"http", "https"} or not link[len(parts.scheme) :].startswith("://"):
        return Message("the link does not begin with https:// or http://")
    if "@" in parts.netloc:
        return Message("the link has a user name or password in it")
    if not has_port:
        return Message("the link is no address")
    return _host_fault(parts)


def _host_fault(parts: SplitResult) -> Message | None:
    host = unicodedata.normalize("NFKC", parts.hostname or "").replace("。", ".").removesuffix(".")
    if not host:
        return Message("the link names no site")
    if (number := _number(host)) is not None:
        return None if _is_public(number) else _own_network(host)
    labels = host.split(".")
    if labels[-1].lower() in _OWN:
        return _own_network(host)
    is_name = len(labels) > 1 and len(host) <= _LONGEST_HOST and all(map(_LABEL.fullmatch, labels))
    if not is_name or not _LAST_LABEL.fullmatch(labels[-1]):
        return Message("there is no such site: {host}", host=host)
    return None


def _own_network(host: str) -> Message:
    return Message("the link leads to a computer that others do not reach: {host}", host=host)


def _number(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _is_public(number: IPv4Address | IPv6Address) -> bool:
    """Say whether an address in figures is one of the open network, and so is one that is wrapped in it."""
    if isinstance(number, IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo or (None, None))[1]
        if inner is not None:
            return _is_public(inner)
    return number.is_global and not number.is_multicast
