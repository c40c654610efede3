"""Figure: one member of an article's cast while it is being put together."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from saksi.records.entity import EntityKind


@dataclass(slots=True, eq=False)
class Figure:
    """One member of the cast while it is being put together; `forms` are its names in the order of appearance,
    `descriptions` what else it is called ("sang menteri"), `whole` a nameless phrase with what follows it
    ("two people close to the deal"), `spans` its mentions, each once. Of the
    words `about` it, `whose` are those that only say whose it is, `own` those that are its own somewhere ("the suspect's lawyer":
    suspect; lawyer)."""

    kind: EntityKind
    named: bool
    forms: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    about: set[str] = field(default_factory=set)
    whose: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    spans: list[tuple[int, int]] = field(default_factory=list)
    qid: str | None = None
    iso3: str | None = None
    plural: bool = False
    medium: bool = False
    gender: str = ""
    speaks: bool = False
    sure: bool = False
    whole: str = ""
    _starts: list[int] = field(default_factory=list)
    _seen: set[tuple[int, int]] = field(default_factory=set)
    _fullest: str = ""
    _counted: tuple[int, int] = (0, 0)

    @property
    def name(self) -> str:
        """The fullest form; a description only where there is no name. Looked for again only when forms have come in."""
        counted = len(self.forms), len(self.descriptions) + len(self.whole)
        if counted != self._counted:
            self._counted = counted
            self._fullest = max(self.forms or [*self.descriptions, self.whole], key=lambda form: (len(form.split()), len(form)))
        return self._fullest

    def words(self) -> set[str]:
        """Every word that the text uses to name or describe it, in lower case."""
        said = (word for form in (*self.forms, *self.descriptions, *self.roles) for word in form.lower().split())
        return {*said, *self.about}

    def own_words(self) -> set[str]:
        """Its words without those that only say whose it is."""
        return self.words() - (self.whose - self.own)

    def belongs_to(self, word: str) -> bool:
        """Whether a word only says whose it is: "suspect" of the suspect's lawyer."""
        return word in self.whose and word not in self.own

    def learn(self, word: str, *, whose: bool) -> None:
        """One more word that tells of it, or of somebody whose it is."""
        self.about.add(word)
        (self.whose if whose else self.own).add(word)

    def describe(self, form: str, span: tuple[int, int]) -> None:
        """One more mention by a role or common phrase, or by a pronoun where `form` is empty; a span counts once."""
        if self._met(span) and form and form not in self.descriptions and form not in self.forms:
            self.descriptions.append(form)

    def add(self, form: str, span: tuple[int, int]) -> None:
        """One more mention, in the text's own words; a span counts once."""
        form = " ".join(form.split())
        if self._met(span) and form not in self.forms:
            self.forms.append(form)

    def forget(self, span: tuple[int, int]) -> None:
        """Take back one mention; a form that no mention is left of stays known."""
        if span in self._seen:
            self._seen.discard(span)
            self.spans.remove(span)
            self._starts.remove(span[0])

    def last_before(self, offset: int) -> int:
        """Where the last mention before an offset begins, -1 without one."""
        behind = bisect_left(self._starts, offset)
        return self._starts[behind - 1] if behind else -1

    def _met(self, span: tuple[int, int]) -> bool:
        """Whether a mention is a new one; from now on it is none."""
        if span in self._seen:
            return False
        self._seen.add(span)
        self.spans.append(span)
        insort(self._starts, span[0])
        return True
