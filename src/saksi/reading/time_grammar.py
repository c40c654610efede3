"""The order of words in phrases of time, as patterns over the letters that time_words gives; what they mean is in time_meaning."""

from __future__ import annotations

import re

_ID_DATE = r"(?:nM(?:,?y)?|d)"
_ID_PART = r"(?:PX?)"
_ID_COUNT = r"(?:n[UX]|S|V[UX])"

_INDONESIAN = (
    ("dates", rf"[Dzs]?{_ID_DATE}[-h&]g?{_ID_DATE}"),
    ("days", r"[Dz]?(?:n[-h&]n|R)M(?:,?y)?"),
    ("months", r"[Dz]?My?[-h&]My?"),
    ("years", r"zU?y&U?y|[Dlsp]?U?y[-h]U?y|U?Y"),
    ("date", rf"[sh]?(?:X?W{_ID_PART}?,?|{_ID_PART}?,?)?<?(?:W,?)?g?{_ID_DATE}>?{_ID_PART}?"),
    ("unit_part", r"[sh]?(?:U(?:o|u-x|ux)|oU)(?:M(?:,?y)?|-?y|Uy|U[ibf])?"),
    ("weekday", rf"[sh]?X?W{_ID_PART}?(?:U?[bfi])?{_ID_PART}?"),
    ("month", r"[sh]?e?U?M(?:,?y|U[bfi]|[bfi])?"),
    ("part", rf"[sh]?(?:[TJ]{_ID_PART}|{_ID_PART}[iTJ])"),
    ("relative_day", rf"[sh]?A(?:A|{_ID_PART})?T?"),
    ("away", rf"[sl]?~{{0,3}}(?:-~)?{_ID_COUNT}w?(?:[bBKG]|uf|f)"),
    ("unit", r"[shl]?e?[UX][ibf]|[sh]?e(?:[UX]y?|y)"),
    ("moment", r"p?(?:H|E)a|[PXU]a"),
    ("now", r"N|Hi"),
    ("duration", rf"l?(?:~(?:-~)?){{0,3}}D?(?:{_ID_COUNT}|R[UX]|n[-h]n[UX])(?:w?r)?(?!y)"),
    ("set", r"v(?:n?[UX]|S|W|P)|Q"),
    ("clock", r"(?:~-?){0,3}c(?:[nt](?:[-h]c?[nt])?|R)[PX]{0,2}Z?|[nt]Z"),
    ("decade", r"[sh]?U?[yn]-?j"),
    ("holiday", r"O(?:,?y)?"),
    ("year", r"[sh]?U?y"),
    ("day_number", r"gn"),
    ("era", r"E_"),
)

_EN_DAY = r"(?:nj?|o)"
_EN_DATE = rf"(?:(?:g?{_EN_DAY}w?M|M[-/;]?g?{_EN_DAY}(?![:UXM]))(?:[,;]?[wI/-]?y)?|d(?:,y)?)"
_EN_COUNT = r"(?:n1?-?[UX]|1[UX]|1?Vw?[UX])"
_EN_EDGE = r"(?:e-?I?g?|@wg?)"

_ENGLISH = (
    ("dates", rf"[Dz]?{_EN_DATE}[-hk&]{_EN_DATE}"),
    ("days", rf"[Dz]?(?:g?(?:{_EN_DAY}[-hk&]g?{_EN_DAY}|R)w?M(?:,?y)?|M(?:{_EN_DAY}[-hk]g?{_EN_DAY}|R)(?:,?y)?)"),
    ("months", r"[Dz]?M(?:,?[wI]?y)?[-hk&]M(?:,?[wI]?y)?"),
    ("years", r"zy[-&kh]y|D?y[-kh]y|Y"),
    ("date", rf"[sh]?(?:[ibf]?W,?P?,?)?<?{_EN_DATE}>?P?"),
    ("weekday_number", r"W,?g?(?:nj|o)(?![UX])"),
    ("unit_part", r"g?(?:[ob]U[wI]g?(?:M(?:,?y)?|y|[ibf]?U)|oUy?|oy|yo)"),
    ("century", r"g?(?:nj|o)U"),
    ("weekday", r"[sh]?(?:g?[ibf]U[p,]?WP?|g?(?:ir|if|[ibfr])?WP?(?:w?[ibf]U)?)"),
    ("month", rf"[sh]?g?{_EN_EDGE}?[ibf]?M(?:,?[wI-]?y)?"),
    ("part", r"e?(?:[ib]P|fP)|Ig?P"),
    ("beside", rf"~{{0,3}}(?:{_EN_COUNT}|g?X)\^(?:{_EN_DATE}|[AO])"),
    ("relative_day", r"[sh]?e?AP?"),
    ("away", rf"~{{0,3}}{_EN_COUNT}(?:G|B|K|D[NA])|gX(?:[BK]|\^(?![g_]))"),
    ("inside", rf"I~?{_EN_COUNT}"),
    ("span", r"g?[brf](?:n|1?Vw?|1)[UX]|n[brf][UX]"),
    ("unit", rf"[shlI]?g?(?:{_EN_EDGE}[ibf]?[UX]|{_EN_EDGE}y|[ibf][UX]|[BK]i[UX])"),
    ("moment", r"g?a[XUPWH]"),
    ("now", r"N|iH"),
    ("duration", rf"l?~{{0,3}}(?:n&1n-?[UX]|{_EN_COUNT}|R-?[UX]|n[-k]n-?[UX]|m[UX])"),
    ("set", r"v2?n?[UX]|vo[UX]|vW|vP|Q"),
    ("clock", r"[ch~]{0,3}(?:tq?|nq|n'|Rq|C)Z?"),
    ("decade", rf"[sh]?g?{_EN_EDGE}?[yn]j"),
    ("season", r"g?[ibf]?F[wI]?y?"),
    ("holiday", r"[bf]?O(?:,?y)?"),
    ("year", r"[shl]?y"),
    ("day_number", r"pgnj(?=[,;\n]|$)"),
)

GRAMMARS = {
    language: re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in grammar))
    for language, grammar in (("id", _INDONESIAN), ("en", _ENGLISH))
}
"""By language, one pattern whose group names are the kinds of phrase; every repetition is bounded by the few words that may stand there."""

STARTS = re.compile(r"[shDzlpe@gibfrTJVv2~1IamowucBK<-]{0,6}[WMUXSQPANnydtRYCOFHE]")
"""Where a phrase can begin: words that only lead up to one of time or a figure, few enough, and then that."""
