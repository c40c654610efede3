"""The interface's words for the contract's values: stance, act, certainty, kind of quotation, kind of conflict."""

from __future__ import annotations


def message(text: str) -> str:
    """Marks a text for the catalogues; it is put into the visitor's language where it is shown."""
    return text


STANCES = {
    "asserted": message("Asserted"),
    "denied": message("Denied"),
    "unsure": message("Unsure"),
}
ACTS = {
    "inform": message("informs"),
    "report": message("reports"),
    "confirm": message("confirms"),
    "deny": message("denies"),
    "accuse": message("accuses"),
    "warn": message("warns"),
    "request": message("requests"),
    "promise": message("promises"),
    "opine": message("thinks"),
    "ask": message("asks"),
}
CERTAINTIES = {
    "certain": message("certain"),
    "probable": message("probable"),
    "possible": message("possible"),
    "unspecified": message("sureness not said"),
}
NEWS = {
    "denial": message("a new denial"),
    "figure": message("a changed figure"),
    "origin": message("a second independent origin"),
    "hedge": message("a copy that dropped a hedge"),
}
"""What an article brings that a watch asks for."""
KINDS = {
    "direct": message("quoted"),
    "mixed": message("partly quoted"),
    "indirect": message("reported, not quoted"),
}
ENTITY_KINDS = {
    "person": message("Person"),
    "organization": message("Organization"),
    "group": message("Group"),
    "state": message("State"),
    "place": message("Place"),
}
ENTITY_GROUPS = {
    "person": message("Persons"),
    "organization": message("Organizations"),
    "group": message("Groups"),
    "state": message("States"),
    "place": message("Places"),
}
LAYERS = {
    "said": message("Statements"),
    "names": message("Names"),
    "times": message("Times"),
    "figures": message("Figures"),
    "events": message("Events"),
}
"""What can be switched on and off in the text of an article."""

EVENTS = {
    "AGREE": message("Agreement"),
    "CONSULT": message("Talks"),
    "SUPPORT": message("Support"),
    "CONCEDE": message("Concession"),
    "COOPERATE": message("Cooperation"),
    "AID": message("Aid"),
    "RETREAT": message("Withdrawal"),
    "REQUEST": message("Demand"),
    "ACCUSE": message("Accusation"),
    "REJECT": message("Refusal"),
    "THREATEN": message("Threat"),
    "PROTEST": message("Protest"),
    "SANCTION": message("Sanction"),
    "MOBILIZE": message("Mobilization"),
    "COERCE": message("Coercion"),
    "ASSAULT": message("Violence"),
}
"""The categories of PLOVER in plain words."""

RELATIONS = {
    "commands": message("Commands"),
    "leads": message("Leads"),
    "member-of": message("Member of"),
    "ally-of": message("Ally of"),
    "opposes": message("Opposes"),
    "backs": message("Backs"),
    "located-in": message("Lies in"),
    "office-held": message("Holds an office of"),
}
"""What binds somebody for longer than an event."""

EVENT_STATUS = {
    "asserted": message("told as having happened"),
    "denied": message("denied"),
    "possible": message("possible"),
    "planned": message("planned"),
    "hypothetical": message("supposed"),
}
CONFLICTS = {
    "figure": message("Two figures"),
    "date": message("Two dates"),
    "place": message("Two places"),
    "attribute": message("Two descriptions"),
    "polarity": message("Said and denied"),
}
POLARITIES = {"affirmed": message("said"), "denied": message("denied")}
JUDGED = {
    "claim same": message("these say the same"),
    "claim different": message("these do not say the same"),
    "claim unsure": message("it is doubtful whether these say the same"),
    "family same": message("these carry one text"),
    "family different": message("these are different texts"),
    "family unsure": message("it is doubtful whether these carry one text"),
    "actor same": message("these are one actor"),
    "actor different": message("these are different actors"),
    "actor unsure": message("it is doubtful whether these are one actor"),
    "speaker": message("somebody else says this:"),
    "wrong": message("nobody says this"),
    "missed": message("this was missed"),
    "contents": message("what is said is"),
    "stance": message("how the speaker stands to this:"),
    "withdrawal": message("withdrew a judgement"),
}
"""What a person decided, by the kind of the judgement."""

FEED_STATES = {
    "followed": message("followed"),
    "failing": message("failing"),
    "stopped": message("stopped"),
}
ITEM_STATES = {
    "read": message("read"),
    "partly": message("partly read"),
    "summary": message("summary only"),
    "refused": message("refused"),
    "waiting": message("to be fetched"),
    "fetched": message("to be read"),
}
"""What became of an item of a feed, the done ones first."""
EDITS = {
    "credit": message("credit or dateline"),
    "denial": message("denial"),
    "hedge": message("hedge"),
    "figure": message("figure"),
    "date": message("date"),
    "name": message("name"),
    "passage": message("passage"),
    "wording": message("wording"),
}
"""What a copy changed first of all, in the order of weight."""

FILTERS = {
    "words": message("Words"),
    "speaker": message("Speaker"),
    "stance": message("Stance"),
    "certainty": message("How sure"),
    "act": message("Act"),
    "outlet": message("Outlet"),
    "language": message("Language"),
    "article": message("Article"),
}
SEARCHED = {
    "words": message("Words"),
    "actor": message("Actor"),
    "speaker": message("Speaker"),
    "place": message("Place"),
    "event": message("Event"),
    "since": message("Published from"),
    "until": message("Published until"),
    "stance": message("Stance"),
    "outlet": message("Outlet"),
    "language": message("Language"),
    "act": message("Act"),
    "certainty": message("How sure"),
    "article": message("Article"),
}
"""What the search can be narrowed by."""

QUADS = {
    "verbal cooperation": message("Cooperates in words"),
    "material cooperation": message("Cooperates in deeds"),
    "verbal conflict": message("Conflict in words"),
    "material conflict": message("Conflict in deeds"),
}
"""The tones of events by PLOVER."""

SPANNED = {"from": message("Speaks of a time from"), "to": message("until")}
"""The range of times that a timeline is about."""

SCALES = {"day": message("a bar for each day"), "month": message("a bar for each month"), "year": message("a bar for each year")}
SCALE_NAMES = {"day": message("a day"), "month": message("a month"), "year": message("a year")}

VALUES = {"stance": STANCES, "act": ACTS, "certainty": CERTAINTIES, "event": EVENTS}
"""Per filter, the words for the values that the contract fixes; values of other filters are foreign text."""
REFUSALS = {
    "name": message("A name has letters, digits and blanks, at most sixty of them."),
    "password": message("A password has at least twelve characters; several words are easy to keep."),
    "taken": message("This name is taken; choose another one."),
    "invitation": message("This invitation was used, withdrawn or has ended; ask the owner for another one."),
    "no_owner": message("There is no owner yet. The command saksi members add NAME makes the first one."),
    "only_owner": message("This is the only owner; add another one first."),
    "pace": message("That was a lot of comments in an hour; write on later."),
    "full": message("There is no more room for this."),
    "gone": message("This is not there any more."),
    "reading_pace": message("That was a lot to read in an hour; go on later."),
    "reading_full": message("There is enough to read already; wait until some of it is done, or cancel it."),
    "": message("This cannot be done."),
}
"""By the code of a MemberRefused, in the reader's words."""

DEEDS = {
    "added": message("became a member"),
    "removed": message("removed"),
    "password": message("set a password"),
    "invited": message("invited"),
    "withdrew": message("withdrew an invitation"),
    "chose": message("chose"),
    "commented": message("commented"),
    "shown": message("showed"),
    "hidden": message("hid"),
    "put in": message("put into the in-tray"),
    "cancelled": message("cancelled a reading"),
}
"""What the trail says that was done."""

ERRAND_STATES = {
    "waiting": message("waits for its turn"),
    "reading": message("is being read"),
    "done": message("read through"),
    "cancelled": message("cancelled; what was read by then is kept"),
    "failed": message("ended by a fault; the program's log says what"),
}
"""How far the reading is that a member asked for."""

CLAIM_STATES = {
    "denied": message("Denied by somebody"),
    "unsure": message("Left open by somebody"),
    "several": message("Told by several of their own"),
    "undenied": message("Denied by nobody"),
}
"""What the list of claims can be narrowed to."""

SIDE_HEADINGS = {
    "asserted": message("Who asserts it"),
    "denied": message("Who denies it"),
    "unsure": message("Who is unsure"),
}
