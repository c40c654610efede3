"""Every cap that Saksi keeps, in one place, each with its reason. Sizes in bytes unless said otherwise."""

from __future__ import annotations

INPUT_BYTES = 20_000_000
"""One input file. The largest saved news page known to us has 6 MB; beyond this it is a mistake or an attack."""

JSONL_LINE_BYTES = 20_000_000
"""One line of a .jsonl file; the rest of the file is still read line by line, however long it is."""

INFLATED_BYTES = 20_000_000
"""What one gzip body may grow to: the same as an input that comes plain."""

INFLATE_RATIO = 200
"""Growth of a gzip body over its packed size, judged past 1 MB. Text packs 3 to 30 times; a bomb about 1,000."""

ARTICLE_CHARS = 2_000_000
"""Characters of one article's text. The longest court ruling we met has 900,000."""

CONTENT_CHARS = 5_000
"""Characters that a quotation runs on over paragraphs; one that seems longer lost its closing mark, and a note names that."""

SENTENCE_TOKENS = 400
"""Tokens of one sentence; the longest that we met in a newspaper had 190. A longer run is cut, with a note,
so that no rule looks further; a quotation counts as one token."""

SENTENCE_CUES = 25
"""Words of one sentence that may attribute something; the densest that we met in a newspaper had seven. Each is weighed against
the whole sentence, which is cut before a further one, with a note."""

WORDS_REMEMBERED = 20_000
"""Words whose sort is kept in memory from one article to the next; two hundred articles of a newspaper have 15,000 different ones."""

WORD_LETTERS = 40
"""Letters of a word that is remembered; the longest in three hundred articles had 27. A longer one would fill the memory."""

ANSWER_REACH = 60
"""Statements back to which a denial can point. News answers what stands a few paragraphs before."""

SPEAKERS_REMEMBERED = 40
"""Speakers back to which a pronoun can point."""

MENTIONS_REMEMBERED = 400
"""Mentions of anybody back to which a role or pronoun can point: the length of a long article, not of a book."""

RELAYS = 8
"""Relays of one statement. News hands a word on through three or four; a longer chain is a pattern, not a report."""

FRAME_GAP = 10
"""Tokens between a verb and the word that completes it ("took three men from the clinic hostage"); further off it belongs elsewhere."""

PAGE_ROWS = 50
"""Rows that one page of a list in the desk shows."""

LEDGER_BUSY_SECONDS = 15
"""How long a write waits for another program to let go of the ledger; one batch is written in well under a second."""

LEDGER_BATCH = 50
"""Readings in one transaction: what a kill can cost, and far below the number of values one statement may carry."""

LEDGER_BATCH_CHARS = 4_000_000
"""Characters of text after which a batch is written though it is not full; fifty articles of the longest kind would take a gigabyte."""

LEDGER_CACHE_KB = 32_000
"""Pages of a SQLite ledger that a transaction keeps in memory, in units of 1,024 bytes: a batch touches five thousand pages of four
kilobytes when it looks for families; with SQLite's own 2,000 each is read and written twice."""

FACET_VALUES = 300
"""Values that one facet names, most frequent first. A ledger holds a hundred thousand speakers; nobody scrolls past these."""

FILTER_WORDS = 200
"""Words that one filter may ask for; SQLite refuses an expression that is a thousand conditions deep."""

DESK_QUERY_CHARS = 300
"""Characters of one filter value in a desk address; the longest name of a speaker or outlet we met has 140."""

DESK_EXCERPT_CHARS = 320
"""Characters of what is said that a hit of the desk's search shows, around the first word that was looked for."""

DESK_PAGES = 1_000_000
"""Pages of a list that an address may ask for; beyond it the offset would not fit a database integer."""

DESK_LIT_STATEMENTS = 200
"""Statements of one article that light up where scripts are off: each costs the browser rules to watch, and a thousand of
them froze it for four seconds at every move of the pointer. All are listed; with scripts there is no cap."""

HTML_TAGS = 200_000
"""Tags of one page; the largest saved news page known to us has 60,000. What follows the last one is left out with a note."""

PAGE_LINES = 100_000
"""Lines of one plain dump; the longest book has half as many, a news page a few hundred. The rest is left out with a note."""

STORY_PAGES = 20
"""Further pages of one story that are fetched after the one whose address was given; stories have two to eight, picture series dozens."""

PAGES_WAITING = 200
"""Pages of stories that wait in memory for their other pages; a crawl asks for these one soon after the other."""

FEED_ITEMS = 2_000
"""Items of one feed; the longest feeds of news outlets carry two hundred, an archive's export a thousand."""

OPML_FEEDS = 10_000
"""Feeds of one list; the largest that people share have a few thousand."""

PDF_PAGES = 500
"""Pages of one PDF; reports that news quotes have two hundred."""

PLACE_NAMES_REMEMBERED = 20_000
"""Names whose places are kept in memory, found or not; a day's news of one outlet names a few thousand."""

URL_CHARS = 8_000
"""Characters of one address; servers take about as many (RFC 9110, 4.1)."""

REDIRECTS = 5
"""Times that one address may send on; a page that is found takes one or two."""

HOST_ADDRESSES = 20
"""IP addresses of one host that are judged; the largest hosts of pages name eight. All are judged, the first ones dialled."""

RESOLVE_SECONDS = 10
"""How long the name service may take for one host."""

CONNECT_SECONDS = 10
"""How long one machine may take to open a connection."""

READ_SECONDS = 20
"""How long a server may be silent within its answer."""

FETCH_SECONDS = 60
"""How long one address may take altogether, redirects included, waits out of politeness not; 20 MB need 3 Mbit/s."""

HOST_GAP_SECONDS = 2
"""Least time between two addresses of one host; people read slower, and no server minds this."""

CRAWL_DELAY_SECONDS = 30
"""The longest gap between two addresses that a robots.txt is heard with; some ask for a day and mean "go away"."""

RETRY_AFTER_SECONDS = 60
"""The longest that an answer which asks to come back later (429, 503) is waited for; past it, the address is refused for now."""

ROBOTS_BYTES = 500_000
"""One robots.txt; what follows is not read, as RFC 9309 has it (it asks for 500 KiB at least)."""

ROBOTS_SECONDS = 86_400
"""How long a robots.txt is remembered (RFC 9309, 2.4)."""

ROBOTS_UNKNOWN_SECONDS = 300
"""How long a host stays unasked whose robots.txt could not be had; a list of its pages would else wait for each."""

ROBOTS_REMEMBERED = 1_000
"""Hosts of which the robots.txt is remembered; the oldest goes first."""

TAGGED_RUN = 60
"""Tokens around capitals in which a name is looked for at once; the longest name in seven thousand sentences had 19."""

FOLLOW_LEAST_SECONDS = 600
"""The shortest time between two askings of one feed; no outlet that we met publishes so that ten minutes lose an item."""

FOLLOW_MOST_SECONDS = 86_400
"""The longest time between two askings of one feed that is well; a feed that holds ten items of a busy day loses none in a day."""

FOLLOW_FIRST_SECONDS = 1_800
"""The time to the second asking of a feed, before it is known how often it changes."""

FOLLOW_BACKOFF_SECONDS = 604_800
"""The longest time between two askings of a feed that fails."""

FOLLOW_GIVE_UP_SECONDS = 2_592_000
"""How long a feed may fail before it is stopped, with its reason: a month outlasts a move, a holiday and an unpaid bill."""

FOLLOW_LEASE_SECONDS = 600
"""How long a worker may keep a host to itself without a word; after it the worker is taken for dead. A page takes a minute at most."""

FOLLOW_TURN_ITEMS = 20
"""Pages of one host that are fetched before other hosts have their turn."""

FOLLOW_NAP_SECONDS = 30
"""The longest that a follower sleeps before it looks whether something new is to be done."""

ITEM_TRIES = 5
"""Times that the page of one item is asked for; the waits between them make a day."""

ITEM_RETRY_SECONDS = 1_800
"""The wait before the page of an item is asked for a second time; it doubles each time, and a server's own wish comes first."""

CLOCK_SLACK_SECONDS = 600
"""How far ahead of us an item's date may be before it counts as wrong; clocks of servers are off by minutes."""

SITEMAP_ADDRESSES = 50_000
"""Addresses of one sitemap, as sitemaps.org has it; of a longer one the first are read, with a note."""

SITEMAPS_AT_ONCE = 5
"""Sitemaps of one index that are asked at a time, those of news and the newest first."""

SITEMAP_BACK_SECONDS = 172_800
"""How old a page of a sitemap may be to be read when the site is first followed; a sitemap lists all that a site ever published."""

ALERT_QUOTES = 3
"""Quotes that one alert about a whole article shows; the article has the others."""

WATCH_NAMES = 50
"""Names or words in one field of a watch; each is looked for in each article."""

STORY_ARTICLES = 3_000
"""Articles from the days round one that are looked through for what it denies, changes or bears out, the newest; those of a name in
common are read. That takes a third of a second, and only for watches that ask for it."""

STORY_COPIES = 50
"""Copies that are compared anew with an origin that came after them."""

ATOM_ALERTS = 100
"""Alerts that a watch's feed holds, the newest; who reads it once a day misses none."""

FAMILY_WORDS = 8_000
"""Words of an article by which its copies are found and compared; the longest news article we met has 6,000. To lay two
texts of this length side by side takes 20 ms and 16 MB."""

FAMILY_LEAST_WORDS = 12
"""Words below which a text is too short to say that another one copies it: a caption, "page not found"."""

FAMILY_LOADED = 20
"""Texts of one family that are fetched at a time to look for one that a new article copies; mostly the first is one."""

DESK_COMPARED = 100
"""Copies of one text that a page of the desk lays beside the origin: two milliseconds each. Of a larger family the others
are listed."""

STEMS_REMEMBERED = 50_000
"""Words whose stem is kept in memory: an Indonesian one costs a tenth of a millisecond, and a month of a newspaper has as many."""

SEARCH_TOKENS = 10_000
"""Words of one statement that a search finds it by; the longest quotation has a thousand. PostgreSQL counts to 16,383."""

SEARCH_COUNTED = 500
"""Hits of a search that are counted, the newest; of more, the page says that there are more. Nobody reads past these, and to count a
hundred thousand takes longer than to find the newest; a thousand took twice as long."""

MOVE_ROWS = 2_000
"""Rows of a table that are moved from one ledger to another at a time; of readings, which are long, a batch."""

MEMBER_NAME_CHARS = 60
"""Characters of a member's name, which stands beside each of their comments."""

PASSWORD_LEAST_CHARS = 12
"""Characters of a password at least: with so many, guessing over the network is hopeless at the pace that we answer."""

PASSWORD_CHARS = 1_000
"""Characters of a password at most; hashing takes time in step with them."""

PASSWORDS_AT_ONCE = 2
"""Passwords that are hashed at a time, each in 64 MB: a flood of logins waits and cannot fill the memory."""

SESSION_SECONDS = 14 * 86_400
"""How long somebody stays logged in, in seconds: two weeks, whether they come back or not."""

INVITATION_SECONDS = 7 * 86_400
"""How long an invitation is good, in seconds: a week, so that a link in an old letter opens nothing."""

LOGIN_TRIES = 5
"""Wrong passwords for one name from one address in LOGIN_WINDOW_SECONDS; a member elsewhere can log in all the while."""

LOGIN_ADDRESS_TRIES = 30
"""Wrong passwords and invitations from one address in LOGIN_WINDOW_SECONDS; a newsroom shares one address."""

LOGIN_WINDOW_SECONDS = 900
"""How long a wrong password counts, in seconds: a quarter of an hour."""

LOGIN_KEYS = 10_000
"""Names and addresses whose tries are remembered; past that the oldest are forgotten, to bound the memory."""

FORM_BYTES = 128_000
"""Bytes of a form that a page sends; the longest note takes 120,000 where each letter is escaped."""

FORM_FIELDS = 20
"""Fields of a form; ours have six."""

PASTE_CHARS = 500_000
"""Characters of a text that is pasted into the desk: a page with all its menus has a tenth."""

PUT_IN_FILES = 20
"""Files, or addresses, that a member gives the desk to read at one time; a folder of thousands is for `saksi add`."""

PUT_IN_BYTES = 25_000_000
"""Bytes of one such form, its files together; what waits is held in memory."""

PUT_IN_SECONDS = 3
"""How long a form waits for what it put in to be read, to lead straight to the article; a pasted text takes a tenth of a second."""

TRAY_WAITING = 10
"""Errands of all members that are not read yet: with PUT_IN_BYTES each, a quarter of a gigabyte."""

TRAY_OWN = 3
"""Those of one member, so that nobody fills the tray alone."""

TRAY_HELD = 200
"""Errands that are remembered with what became of them; the articles stay, of course."""

TRAY_HOUR = 60
"""Errands of one member in an hour: one a minute is more than anybody reads."""

COMMENT_CHARS = 5_000
"""Characters of a comment; what is longer is an article."""

JUDGEMENT_NOTE_CHARS = 1_000
"""Characters of the reason that a member gives for a judgement at the desk."""

JUDGEMENT_QUOTES = 8
"""Parts in which what is said can be mended at the desk; a quotation that is resumed oftener is for `saksi judge contents`."""

JUDGEMENT_QUOTE_CHARS = 10_000
"""Characters of one such part: a quotation of several paragraphs has a thousand."""

NOTE_CHARS = 10_000
"""Characters of a private note on one article or claim."""

COMMENTS_AN_HOUR = 30
"""Comments that one member may write in an hour; a discussion is slower, a script faster."""

COMMENTS_SHOWN = 500
"""Comments that a page or a feed shows."""

COLLECTIONS = 500
"""Collections of a ledger; a list that is chosen from cannot be longer."""

COLLECTED = 1_000
"""Things in one collection; its page lists them all."""

TRAIL_ROWS = 200
"""Lines of the trail that are shown, the newest; the ledger keeps all."""

DESK_DOSSIER_ARTICLES = 40
"""Articles whose text a dossier, a story or an outlet's page looks into, a few milliseconds each; the counts are of all."""

DESK_LISTED = 20
"""Rows that one part of a page of several lists shows; the list by itself has the others."""

CARD_CHARS = 400
"""Characters of a headline or a claim that its card draws; what five lines hold, even of narrow letters."""

REASON_CHARS = 1_000
"""Characters of a kept reason that the desk puts into another language, which takes longer than in step with its length; the
longest that we met has 300."""

EMBED_LINES = 4
"""Who says it, of a claim in the frame of another page; the claim's own page has the others."""

DESK_NEIGHBOURS = 12
"""Actors that the small network of a dossier draws; more cannot be told apart on a phone."""

DESK_NEW_DAYS = 366
"""How many days back the page of what is new may look."""

NETWORK_DRAWN = 24
"""Ends that the drawing of a network has; names of more stand too close on a circle to be read. The table has all ties."""

MAP_PLACES = 300
"""Places that a map draws, those of most statements and events; more dots hide each other. The page says how many there are."""

PLACES_NEAR = 12
"""Places near another one that its page lists."""

TIMELINE_BARS = 120
"""Days, months or years that a timeline draws, the newest; more bars than this are thinner than a finger or a pixel."""

NETWORK_TIES = 60
"""Ties that a network draws, the strongest; of more, nobody can follow a line. The page says how many there are."""

EGO_TIES = 24
"""Ties of one actor that the network around it draws."""
