"""The order of words in phrases of time, as patterns over the letters that time_words gives; what they mean is in time_meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

_ID_DATE: Final = r"(?:nM(?:,?y)?|d)"
_ID_PART: Final = r"(?:PX?)"
_ID_COUNT: Final = r"(?:n[UX]|S|V[UX])"

_INDONESIAN: Final = (
    ("dates", rf"[Dzs8]?{_ID_DATE}[-h]g?{_ID_DATE}|z{_ID_DATE}&g?{_ID_DATE}"),
    ("days", r"[Dz8]?(?:W[-h&]W,?)?<?g?(?:n[-h&]g?n|(?:n,){1,6}&?n|R)M(?:,?y)?>?"),
    ("day_listed", r"g?n(?=(?:,n){0,6},?&n(?:,?y)?M)"),
    ("days_by_stroke", r"[Dz8]?(?:W[-h&]W|W)?,?<?L>?"),
    ("months", r"[Dz8]?My?[-h]My?|zMy?&My?"),
    ("years", r"zU?y&U?y|[Dlsp]?U?y[-h]U?y|U?Y"),
    ("date", rf"[sh8^]?(?:X?W{_ID_PART}?,?|{_ID_PART}?,?)?<?(?:W,?)?g?{_ID_DATE}>?{_ID_PART}?"),
    ("repeated", r"n?4l?S|(?:n[UX]|S)4"),
    ("unit_part", r"[sh]?e?(?:U(?:o|u-x|ux|n(?![UX-]))|oU)(?:M(?:,?y)?|[-/]?y|Uy|U[ibf])?"),
    ("weekdays", r"[Dz8]?X?W[-h&]X?W(?:U?[bfi])?"),
    ("set_too", rf"(?<=[,&])W{_ID_PART}?"),
    ("weekday", rf"[sh8^]?X?W{_ID_PART}?(?:U?[bfi])?{_ID_PART}?"),
    ("month", r"[sh8^]?e?U?M(?:,?y|U[bfi]|[bfi])?"),
    ("part", rf"[sh]?(?:[TJ]{_ID_PART}|{_ID_PART}[iTJ])"),
    ("relative_day", rf"[sh8^]?A(?:A|X|{_ID_PART})?T?"),
    ("away", rf"[sl]?~{{0,3}}(?:-~)?{_ID_COUNT}w?(?:[bBKG]|uf|f)"),
    ("unit", r"[shl8^]?e?[UX][ibf]|[sh8^]?e(?:[UX]y?|y)(?![yn]?-?j)"),
    ("moment", r"p?(?:H|E)a|[PXU](?:a|w_)"),
    ("now", r"h?(?:N|Hi)|ri|e-ei"),
    ("duration", rf"l?(?:~(?:-~)?){{0,3}}D?(?:{_ID_COUNT}|R[UX]|(?:n[-h]|zn&)n[UX])(?:w?r)?(?!y)"),
    ("set", r"v(?:n?[UX]4?|eU|S4?|W|P)|Q"),
    ("hours", r"(?:~-?){0,3}[Dz]?c(?:R|[tn][-h&]h?c?[tn](?!M))[PX]{0,2}Z?"),
    ("clock", r"(?:~-?){0,3}[sh8^]?c(?:nn|[ntx])[PX]{0,2}Z?|nnP|[sh8^]?eP|[nt]Z"),
    ("decade", r"[sh8^]?e?U?[yn]-?j"),
    ("season", r"[shl8^]?e?F(?:U?y|U?[bfi])?"),
    ("countdown", r"7[-\u00b7]xO0{0,5}(?:,?y)?"),
    ("holiday", r"[shl8^]?O0{0,5}(?:,?y|U[ibf])?"),
    ("year", r"[shl8^]?U?y"),
    ("day_number", r"gn(?:U[ibf])?"),
    ("era", r"E_"),
)

_EN_DAY: Final = r"(?:nj?|o9{0,2})"
_EN_DATE: Final = rf"(?:(?:g?{_EN_DAY}w?M|M[-/;]?g?{_EN_DAY}(?![:UXM]))(?:[,;]?[wI/-]?y)?|d(?:,y)?)"
_EN_LIST: Final = rf"(?:{_EN_DAY},){{0,6}}{_EN_DAY},?&{_EN_DAY}"
_EN_CLOSE: Final = r"(?=(?:,?y)?(?:[;,\n)>pDzI]|$))"
"""What ends a list of days behind their month, so that "May 3 and 12 people" is none."""
_EN_COUNT: Final = r"(?:n1?-?[UX]|1[UX]|1?Vw?[UX])"
_EN_EDGE: Final = r"(?:e-?I?g?|@(?:wg?|-))"
_EN_NTH: Final = r"(?:b|o9{0,2}|nj)"
_EN_OF_DAY: Final = r"(?:Ig?P|cP)"
_EN_LED_HOURS: Final = r"(?<=[APWj])[Dz](?:R|n[-kh&]n)(?=[;,\n>)]|$)|[Dz](?:tq?|nq)[-kh&]n(?=[pA;,\n]|$)"
"""Hours without a mark of their own at the end of a clause: behind a day ("Tuesday from 10-4"), or behind a full one ("8am to 3")."""
_EN_BARE_HOUR: Final = r"(?<=[APWj])(?:c~?|~)n(?=[;,\n>pDzI]|$)|cn(?=A|[fib]P)"
"""An hour that only its day marks: "tomorrow at 7", "tonight around 3"."""

_ENGLISH: Final = (
    ("dates", rf"[Dz8]?{_EN_DATE}[-hk]{_EN_DATE}|z{_EN_DATE}&{_EN_DATE}"),
    (
        "days",
        rf"[Dz8]?(?:g?(?:{_EN_DAY}[-hk&]g?{_EN_DAY}|R)w?M(?:,?y)?|M(?:g?{_EN_DAY}[-hk]g?{_EN_DAY}|R)(?:,?y)?)"
        rf"|{_EN_LIST}w?M(?:,?y)?|M{_EN_LIST}{_EN_CLOSE}(?:,?y)?|zMg?{_EN_DAY}&g?{_EN_DAY}(?:,?y)?",
    ),
    ("day_listed", rf"{_EN_DAY}(?=(?:,{_EN_DAY}){{0,6}},?&g?{_EN_DAY}w?M)|(?<=[,&]){_EN_DAY}(?=,?&{_EN_DAY}{_EN_CLOSE}|{_EN_CLOSE})"),
    ("days_over", rf"Dg?{_EN_DAY}[hk]g?{_EN_DAY}w?M(?:,?y)?"),
    ("months", r"[Dz]?M(?:,?[wI]?y)?[-hk]M(?:,?[wI]?y)?|zM(?:,?[wI]?y)?&M(?:,?[wI]?y)?"),
    ("years", r"zy[-&kh]y|D?y[-kh]y|Y"),
    ("date", rf"(?:8p?|[sh^])?(?:I?g?P[wp]|[ibf]?W,?P?,?)?<?{_EN_DATE}>?P?"),
    ("weekday_number", r"[shl^]?W,?g?(?:nj|o9{0,2})(?![UX])|[shl^]?Wn(?=[;,\nczD]|$)"),
    ("weekday_of", rf"[shlI^]?g?{_EN_NTH}W[wI]g?(?:[ibf]?M(?:,?y)?|[ibf]?U)"),
    ("weekdays_ago", r"nWG"),
    ("week_of", rf"[shlI^]?g?U(?:w|8p?|@p?|_p?){_EN_DATE}"),
    ("to_date", r"[lI]?g?6"),
    ("unit_part", rf"[shlI^]?g?(?:{_EN_NTH}(?:n?[UX]|n)[wI]g?(?:[ibf]?M(?:,?y)?|y|[ibf]?U)|Unwy|[ibf]UoU|oU(?:,?y)?|o(?:-|wg?)?y|y-?o|o)"),
    ("week_number", r"[shlI^]?g?Un(?![UXw/\u00b7-])(?:,?y)?"),
    ("named_year", r"[shlI^]?g?(?:Uy|yU)"),
    ("century", r"g?(?:e-?)?(?:nj|o)-?U"),
    ("weekdays", r"[Dz8]?W[-kh]W"),
    ("set_too", r"(?<=[,&])WP?"),
    ("weekday", r"(?:8p?|[shl^])?(?:g?[ibf]U[p,]?WP?|(?:ep?|g?@wg?)?g?(?:ir|if|[ibfr])?W(?:e?P)?(?:w?[ibf]U)?|I?g?P[wp]W)"),
    ("month", rf"[sh8^]?g?{_EN_EDGE}?[ibf]?M(?:,?[wI-]?y|w?[ibf]U)?"),
    ("part", r"e?(?:[ib]P|fP)|Ig?P|nP"),
    ("beside", rf"~{{0,3}}(?:{_EN_COUNT}|g?X)\^(?:{_EN_DATE}|[AO])"),
    ("relative_day", r"[sh8^]?g?e?AP?"),
    ("away", rf"~{{0,3}}(?:{_EN_COUNT}&?){{0,2}}{_EN_COUNT}(?:G|B|K|D[NA])|gX(?:[BK]|\^(?![g_]))"),
    ("inside", rf"I~?{_EN_COUNT}"),
    ("span", r"[il]?g?i?[brf](?:n|1?Vw?|1)[UX]|n[brf][UX]|[il]?g?r[UX]"),
    ("unit", rf"[shlI^]?g?(?:{_EN_EDGE}[ibf]?[UX]|{_EN_EDGE}y(?!-?j)|3w(?:g?i?[UX]|y)|U-?@(?!w)|(?:i|i?[bf])[UX]|[BK](?:i|Ig)[UX]|U\^f|U)"),
    ("moment", r"g?a[XUPWH]"),
    ("now", r"N|iH"),
    ("and_half", r"l?~{0,3}(?:n1?|1)U&(?:n(?![UX])|1U)G?"),
    ("duration", rf"l?~{{0,3}}(?:n-?&-?1-?n-?[UX]|{_EN_COUNT}|R-?[UX]|(?:n[-k]|zn&)n-?[UX]|m[UX])(?!rn)"),
    ("set", r"4[1v][UX]|v2?n?[UX]|vo[UX]|vo?2?WP?|vM|vP|n_[1_][UX]|Q"),
    (
        "hours",
        rf"{_EN_LED_HOURS}|[Dz]n[-kh&]n(?:IgP|(?=[AW]|[ib]P))|[Dzch~]{{0,2}}(?:(?:[tn]'?q?(?:IgP)?|C)[-\u2014kh&]c?(?:[tn]q|n'|t|C)|Rq)(?:Ig?P)?Z?",
    ),
    (
        "clock",
        rf"{_EN_BARE_HOUR}|[sch~^D]{{0,3}}(?:(?:nU?r|1?Ur|1?Uk)n'?q?{_EN_OF_DAY}?|tq?{_EN_OF_DAY}?|nq|n'q?{_EN_OF_DAY}?|[ch~]n{_EN_OF_DAY}"
        r"|(?<=c)[xyn](?=_H)|[xyn]Z|C)Z?",
    ),
    ("decade", rf"[sh]?g?{_EN_EDGE}?[yn]j"),
    ("season", rf"[sh^I]?g?{_EN_EDGE}?[ibf]?F(?:[wI]?y|wg?[ibf]U)?"),
    ("holiday", r"[sh8^]?[bf]?O0{0,4}(?:,?y|w?[ibf]U)?(?:Uy?)?"),
    ("year", r"[shl8^]?y"),
    ("day_number", r"pgnj(?=[,;cD\n]|$)|g?njw(?:g|[ibf])U"),
)

_ORDERS: Final = {"id": _INDONESIAN, "en": _ENGLISH}


def _one_of(grammar: Sequence[tuple[str, str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in grammar))


@cache
def behind(language: str, kind: str) -> re.Pattern[str]:
    """The kinds of phrase that the grammar tries after one kind, for where that one turned out to mean no time."""
    names = [name for name, _ in _ORDERS[language]]
    return _one_of(_ORDERS[language][names.index(kind) + 1 :] or [("none", "(?!)")])


GRAMMARS: Final = {language: _one_of(grammar) for language, grammar in _ORDERS.items()}
"""By language, one pattern whose group names are the kinds of phrase; every repetition is bounded by the few words that may stand there."""

STARTS: Final = re.compile(r"[sh8Dzlpe@gibfrTJVv2~1IamowucBK<34^-]{0,6}[WMUXSQPANnydtRYLCOFHE76xor]")
"""Where a phrase can begin: words that only lead up to one of time or a figure, few enough, and then that."""

CLOSED: Final = frozenset(["dates", "days", "days_by_stroke", "months", "years", "weekdays", "hours", "days_over"])
"""The kinds of phrase that name both ends of a stretch."""
