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

HTML_DEPTH = 512
"""Nesting depth of an HTML tree that is walked by level; deeper text is flattened into its ancestor, never dropped."""

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

FACET_VALUES = 300
"""Values that one facet names, most frequent first. A ledger holds a hundred thousand speakers; nobody scrolls past these."""

FILTER_WORDS = 200
"""Words that one filter may ask for; SQLite refuses an expression that is a thousand conditions deep."""

DESK_QUERY_CHARS = 300
"""Characters of one filter value in a desk address; the longest name of a speaker or outlet we met has 140."""

DESK_PAGES = 1_000_000
"""Pages of a list that an address may ask for; beyond it the offset would not fit a database integer."""

DESK_LIT_STATEMENTS = 200
"""Statements of one article that light up where scripts are off: each costs the browser rules to watch, and a thousand of
them froze it for four seconds at every move of the pointer. All are listed; with scripts there is no cap."""

HTML_TAGS = 200_000
"""Tags of one page; the largest saved news page known to us has 60,000. What follows the last one is left out with a note."""

PAGE_LINES = 100_000
"""Lines of one plain dump; the longest book has half as many, a news page a few hundred. The rest is left out with a note."""

FEED_ITEMS = 2_000
"""Items of one feed; the longest feeds of news outlets carry two hundred, an archive's export a thousand."""

OPML_FEEDS = 10_000
"""Feeds of one list; the largest that people share have a few thousand."""

PDF_PAGES = 500
"""Pages of one PDF; reports that news quotes have two hundred."""
