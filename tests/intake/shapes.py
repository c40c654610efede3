"""Invented pages in the shapes of news outlets' and weblogs' templates: one story for each language, many ways to print it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a page prints."""

    title: str
    dek: str
    writer: str
    stamp: str
    printed: str
    caption: str
    paragraphs: tuple[str, ...]
    others: tuple[str, ...]


INDONESIAN = Story(
    title="Dermaga Kayu Pulau Merbau Ambruk Diterjang Ombak",
    dek="Warga menyeberang dengan perahu sewaan, kata kepala dusun",
    writer="Ratna Lestari",
    stamp="2024-02-19T08:30:00+07:00",
    printed="Senin, 19 Februari 2024 08:30 WIB",
    caption="Warga memandangi sisa dermaga kayu di Pulau Merbau, Senin (19/2/2024).",
    paragraphs=(
        "PULAU MERBAU, Antara - Dermaga kayu di Pulau Merbau ambruk diterjang ombak pada Minggu malam, kata kepala dusun setempat.",
        '"Tiangnya sudah lapuk sejak tahun lalu, kami sudah melapor dua kali," ujar Hasan Basri, kepala dusun itu.',
        "Dinas perhubungan membantah laporan tersebut pernah diterima, dan berjanji memeriksa arsipnya pekan ini.",
        "Untuk sementara warga menyeberang dengan perahu sewaan yang ongkosnya dua kali lipat dari biasanya.",
        "Tidak ada korban dalam kejadian itu, tetapi tiga perahu nelayan rusak tertimpa balok. (Antara)",
    ),
    others=("Harga Kelapa Naik di Pasar Lubuk", "Sekolah Terapung Dapat Perahu Baru", "Lomba Dayung Ditunda Sampai Maret"),
)
ENGLISH = Story(
    title="Wooden pier on Merbau island falls to the waves",
    dek="Villagers cross in hired boats, says the village head",
    writer="Nora Whitfield",
    stamp="2024-02-19T08:30:00+00:00",
    printed="19 February 2024, 08:30 GMT",
    caption="Villagers look at what is left of the wooden pier on Merbau island",
    paragraphs=(
        "MERBAU ISLAND, Feb 19 (Reuters) - The wooden pier on Merbau island fell to the waves on Sunday night, the village head said.",
        '"Its posts had been rotten since last year, and we reported it twice," said Hasan Basri, who heads the village.',
        "The transport office denied that it ever received such a report, and promised to look through its files this week.",
        "For now the villagers cross in hired boats, whose fare is twice the usual one, a boatman told the paper.",
        "Nobody was hurt, but three fishing boats were damaged by falling beams. (Reporting by Nora Whitfield)",
    ),
    others=("Coconut price up at Lubuk market", "Floating school gets a new boat", "Rowing race put off until March"),
)


def paragraphs(story: Story, tag: str = "p", marks: str = "") -> str:
    """The story's paragraphs, each in its tag."""
    return "\n".join(f"<{tag}{marks}>{text}</{tag}>" for text in story.paragraphs)


def links(story: Story, marks: str = "") -> str:
    """A list of links to other stories."""
    return f"<ul{marks}>" + "".join(f'<li><a href="/{n}">{text}</a></li>' for n, text in enumerate(story.others)) + "</ul>"


def cards(story: Story) -> str:
    """Cards of other stories."""
    return "".join(
        f'<article class="card"><h3><a href="/{n}">{text}</a></h3><p>{text}.</p></article>' for n, text in enumerate(story.others)
    )


def with_box(story: Story, box: str) -> str:
    """The paragraphs with a box between the second and the third."""
    first, last = story.paragraphs[:2], story.paragraphs[2:]
    return "".join(f"<p>{text}</p>" for text in first) + box + "".join(f"<p>{text}</p>" for text in last)


def figure(story: Story) -> str:
    """The picture and its caption."""
    return f'<figure><img src="a.jpg" alt=""><figcaption>{story.caption}</figcaption></figure>'


def declared(story: Story, kind: str = "NewsArticle") -> str:
    """The page's JSON-LD."""
    return (
        f'<script type="application/ld+json">{{"@context":"https://schema.org","@type":"{kind}","headline":"{story.title}",'
        f'"datePublished":"{story.stamp}","author":[{{"@type":"Person","name":"{story.writer}"}}]}}</script>'
    )


NAV = (
    "<nav><ul>"
    + "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "News", "Nasional", "Sport", "Index"))
    + "</ul></nav>"
)


def portal(story: Story) -> str:
    """A large Indonesian portal: box classes, a pointer between paragraphs, share bars above and below, tags."""
    box = f'<p><strong>Baca juga: <a href="/x">{story.others[0]}</a></strong></p>'
    return (
        f"<html><head><title>{story.title}</title>{declared(story)}</head><body>{NAV}"
        f'<div class="detail__header"><h1 class="detail__title">{story.title}</h1><div class="detail__author">{story.writer}</div>'
        f'<div class="detail__date">{story.printed}</div></div><div class="share-box"><a href="#">Facebook</a><a href="#">WhatsApp</a></div>'
        f'{figure(story)}<div class="detail__body-text itp_bodycontent">{with_box(story, box)}<div class="detail__body-tag"><a href="#">dermaga</a></div></div>'
        f'<div class="list-content">{cards(story)}</div><footer>Hak Cipta 2024 Kabar Selat</footer></body></html>'
    )


def paged(story: Story) -> str:
    """A portal whose story ends in lines of page numbers and of who edited it."""
    return (
        f'<html><head><meta property="og:title" content="{story.title}"><meta name="author" content="{story.writer}">'
        f'<meta name="content_PublishedDate" content="{story.stamp}"></head><body>{NAV}<div class="container"><div class="read__header"><h1>{story.title}</h1></div>'
        f'<div class="photo">{figure(story)}</div><div class="read__content"><div class="clearfix">{paragraphs(story)}</div></div>'
        f'<div class="paging"><a href="?page=2">2</a><a href="?page=all">Selanjutnya</a></div>{links(story)}</div></body></html>'
    )


def agency(story: Story) -> str:
    """An agency's page: meta tags only, the editor's line below, a notice of copyright."""
    return (
        f'<html><head><title>{story.title} - Kantor Kabar</title><meta property="article:published_time" content="{story.stamp}">'
        f'</head><body>{NAV}<h1>{story.title}</h1><p class="simple-share"><span>{story.printed}</span></p>{figure(story)}'
        f'<div class="post-content">{paragraphs(story)}<p>Pewarta: {story.writer}</p><p>Editor: Joko Susilo</p><p>Copyright © Kantor Kabar 2024</p></div>'
        f'<div class="sidebar">{links(story)}</div></body></html>'
    )


def blogger(story: Story) -> str:
    """Blogger: breaks for paragraphs, the writer and the hour below, a comment form."""
    body = "<br><br>".join(story.paragraphs)
    return (
        f"<html><head><title>Catatan Dermaga: {story.title}</title></head><body><div class='main'><div class='post hentry'>"
        f"<h3 class='post-title entry-title'>{story.title}</h3><div class='post-body entry-content'>{body}</div>"
        f"<div class='post-footer'><span class='post-author vcard'>Diposting oleh <span class='fn'>{story.writer}</span></span>"
        f"<span class='post-timestamp'><abbr class='published' title='{story.stamp}'>08.30</abbr></span></div></div>"
        f"<div class='comments' id='comments'><h4>2 komentar:</h4><p>Semoga cepat diperbaiki ya, kasihan warga di sana sekarang.</p><p>Posting Komentar</p></div>"
        f"<div class='sidebar'>{links(story)}</div></div></body></html>"
    )


def wordpress(story: Story) -> str:
    """WordPress, a classic theme: meta line under the title, share plugin, related posts, comment thread."""
    return (
        f'<html><head><title>{story.title} | The Pier Post</title><meta property="og:site_name" content="The Pier Post"></head><body class="single">'
        f'<header class="site-header"><h1 class="site-title">The Pier Post</h1>{NAV}</header><div id="content"><article class="post">'
        f'<h1 class="entry-title">{story.title}</h1><div class="entry-meta">Posted on <time class="entry-date" datetime="{story.stamp}">19/02</time> by '
        f'<span class="author vcard"><a rel="author" href="/a">{story.writer}</a></span></div><div class="entry-content">{figure(story)}{paragraphs(story)}'
        f'<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Click to share on Facebook</a></li></ul></div>'
        f'<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3>{links(story)}</div></div></article>'
        f'<div id="comments" class="comments-area"><h2>One thought on the pier</h2><p>What a pity, we used to fish there every summer with my father.</p></div></div></body></html>'
    )


def blocks(story: Story) -> str:
    """WordPress, a block theme: wp-block classes, query loop of other posts as cards."""
    return (
        f'<html><head><title>{story.title}</title>{declared(story, "BlogPosting")}</head><body><div class="wp-site-blocks"><header class="wp-block-template-part">{NAV}</header>'
        f'<main class="wp-block-group"><h1 class="wp-block-post-title">{story.title}</h1><div class="entry-content wp-block-post-content">{figure(story)}'
        f'{paragraphs(story, marks=" class=wp-block-paragraph")}</div></main><div class="wp-block-query">{cards(story)}</div></div></body></html>'
    )


def newsletter(story: Story) -> str:
    """A newsletter platform: subtitle, a box to subscribe in the middle of the post."""
    box = '<div class="subscription-widget"><p>Thanks for reading! Subscribe for free to receive new posts and support my work.</p></div>'
    return (
        f'<html><head><title>{story.title}</title>{declared(story)}</head><body><div class="single-post"><h1 class="post-title">{story.title}</h1>'
        f'<h3 class="subtitle">{story.dek}</h3><div class="byline-wrapper"><a href="/p">{story.writer}</a></div>'
        f'<div class="available-content"><div class="body markup">{with_box(story, box)}</div></div></div></body></html>'
    )


def medium(story: Story) -> str:
    """A platform with generated class names, claps and a reading time."""
    return (
        f'<html><head><title>{story.title} | by {story.writer} | Feb, 2024</title><meta property="article:published_time" content="{story.stamp}">'
        f'<meta name="author" content="{story.writer}"></head><body><div id="root"><div class="a b c">{NAV}</div><article><div class="m n o"><section>'
        f'<div><div class="fj fk"><h1 class="pw-post-title gs gt">{story.title}</h1><div class="hu"><a href="/@n">{story.writer}</a><span>·</span><span>3 min read</span></div>'
        f'<div class="iu"><p>214</p><p>3</p></div>{figure(story)}{paragraphs(story, marks=" class=pw-post-body-paragraph")}</div></div></section></div></article>'
        f'<div class="zz"><h2>More from {story.writer}</h2>{cards(story)}</div></div></body></html>'
    )


def amp(story: Story) -> str:
    """An AMP page: its own elements for pictures, advertisement and side bar."""
    return (
        f'<html amp><head><title>{story.title}</title>{declared(story)}</head><body><amp-sidebar id="s">{links(story)}</amp-sidebar><main><h1>{story.title}</h1>'
        f'<div class="caption-holder"><amp-img src="a.jpg"></amp-img><p class="photo-caption">{story.caption}</p></div><div class="article-content">'
        f"{with_box(story, '<amp-ad width=300></amp-ad>')}</div></main></body></html>"
    )


def drupal(story: Story) -> str:
    """Drupal: field classes, microdata."""
    return (
        f'<html><head><title>{story.title}</title></head><body>{NAV}<div class="region-content"><article itemscope><h1 itemprop="headline">{story.title}</h1>'
        f'<div class="field--name-uid">By <span itemprop="author"><span itemprop="name">{story.writer}</span></span></div>'
        f'<div><time itemprop="datePublished" datetime="{story.stamp}">{story.printed}</time></div><div class="field--name-field-image">{figure(story)}</div>'
        f'<div class="field--name-body" itemprop="articleBody">{paragraphs(story)}</div></article></div>'
        f'<div class="region-sidebar"><h2>Latest news</h2>{links(story)}</div></body></html>'
    )


def obfuscated(story: Story) -> str:
    """A broadcaster: every paragraph in a box of its own, generated class names, data attributes, a list of links inside."""
    body = "".join(
        f'<div data-component="text-block" class="ssrcss-{n}"><p class="ssrcss-q">{text}</p></div>'
        for n, text in enumerate(story.paragraphs)
    )
    inset = f'<div data-component="links-block" class="ssrcss-z"><h2>More on this story</h2>{links(story)}</div>'
    return (
        f'<html><head><title>{story.title}</title>{declared(story)}</head><body><main><article><h1 id="main-heading">{story.title}</h1>'
        f'<div data-component="byline"><span>By {story.writer}</span></div><time datetime="{story.stamp}">19 Feb</time>'
        f'<div data-component="image-block">{figure(story)}</div>{body}{inset}</article></main></body></html>'
    )


def tables(story: Story) -> str:
    """An old page laid out in tables, fonts and breaks."""
    body = "<br><br>".join(story.paragraphs)
    rows = "".join(f'<tr><td><a href="/{n}">{text}</a></td></tr>' for n, text in enumerate(story.others))
    return (
        f"<html><head><title>{story.title}</title></head><body><table width=100%><tr><td width=150><table>{rows}</table></td><td><h1>{story.title}</h1>"
        f"<font size=1>By {story.writer}, 19 February 2024</font><p><font size=2>{body}</font></p></td></tr></table></body></html>"
    )


def twice(story: Story) -> str:
    """A page that prints its story twice, for two widths of screen."""
    return (
        f'<html><head><title>{story.title}</title>{declared(story)}</head><body><h1>{story.title}</h1><div class="wide"><div class="col">{paragraphs(story)}</div></div>'
        f'<div class="narrow"><div class="col">{paragraphs(story)}</div></div></body></html>'
    )


def hidden_twin(story: Story) -> str:
    """A page with a hidden copy of its headline and of another page's text for machines."""
    return (
        f'<html><head><title>{story.title}</title>{declared(story)}</head><body><div class="page"><h1>{story.title}</h1><div>{paragraphs(story)}</div></div>'
        f'<div style="display:none"><h1>{story.title}</h1><div>international</div><div>2024-02-19T08:30:00</div></div></body></html>'
    )


def standfirst_outside(story: Story) -> str:
    """A page whose standfirst and picture stand between headline and body, in no box that says so."""
    return (
        f'<html><head><title>{story.title}</title>{declared(story)}</head><body><main><div class="top"><h1>{story.title}</h1><p>{story.dek}.</p></div>{figure(story)}'
        f'<div class="article-body">{paragraphs(story)}</div></main></body></html>'
    )


def live(story: Story) -> str:
    """A live blog: each entry an <article> with its hour and its own address."""
    entries = "".join(
        f'<article class="entry"><h2><a href="#{n}">0{n}.15 An entry</a></h2><p>{text}</p></article>'
        for n, text in enumerate(story.paragraphs, 1)
    )
    return (
        f"<html><head><title>{story.title}</title>{declared(story)}</head><body><main><h1>{story.title}</h1>{entries}</main></body></html>"
    )


SHAPES = [
    portal,
    paged,
    agency,
    blogger,
    wordpress,
    blocks,
    newsletter,
    medium,
    amp,
    drupal,
    obfuscated,
    tables,
    twice,
    hidden_twin,
    standfirst_outside,
    live,
]
"""Every shape; each is printed in both languages."""

PICTURED = {portal, paged, agency, wordpress, blocks, medium, amp, drupal, obfuscated, standfirst_outside}
"""Those that print the picture."""


def dump_of_portal(story: Story) -> str:
    """What a reader copies of a portal: menu, share bar, pointer, tags, related, comment form."""
    body = [*story.paragraphs[:2], f"Baca juga: {story.others[0]}", *story.paragraphs[2:]]
    return "\n".join(
        [
            "Beranda",
            "Nasional",
            "Ekonomi",
            story.title,
            story.printed,
            "Bagikan",
            "Facebook",
            "WhatsApp",
            *body,
            "Tag",
            "dermaga",
            "Berita Terkait",
            *story.others,
            "Tulis Komentar",
        ]
    )


def dump_of_weblog(story: Story) -> str:
    """What a reader copies of a weblog."""
    head = ["Skip to content", "Home", "About us", story.title, f"By {story.writer}", "3 min read", "Share this"]
    return "\n\n".join(
        [
            *head,
            *story.paragraphs,
            "Related posts",
            *story.others,
            "Leave a comment",
            "Your email address will not be published.",
            "Powered by WordPress",
        ]
    )


def dump_of_blogger(story: Story) -> str:
    """What a reader copies of Blogger."""
    tail = [
        "Posted by",
        story.writer,
        "Email This",
        "Labels: pier",
        "No comments:",
        "Post a Comment",
        "Newer Post",
        "Older Post",
        "Home",
        "Blog Archive",
    ]
    return "\n".join(["The Pier Post", story.title, *story.paragraphs, *tail])


DUMPS = [dump_of_portal, dump_of_weblog, dump_of_blogger]
