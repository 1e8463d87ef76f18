# ruff: noqa: E501 (tags as the engines write them)
"""How do the engines of the web write their notes? A page of each kind, with what a reader must make of it.

Every sentence is invented; the tags are those that each engine writes. `{one}` and `{two}` are the two notes.
"""

from dataclasses import dataclass

ONE = "홍보기, 「항구의 봄」, 『보기신보』, 2023. 4. 2."
TWO = "성예시, 「배 두 척」, 2023. 5. 6."
TEXT = "항구는 봄에 문을 열었다. 배는 두 척뿐이다."


@dataclass(frozen=True, slots=True)
class PageShape:
    """A page and what it says: its blocks in order, and for each mark the word before it and its note, None if open."""

    page: str
    blocks: tuple[str, ...] = (TEXT,)
    calls: tuple[tuple[str, str | None], ...] = (("열었다.", ONE), ("척뿐이다.", TWO))
    notes: tuple[str, ...] = (ONE, TWO)


def _two(first: str, second: str, notes: str, before: str = "", after: str = "") -> str:
    """A page with a mark behind each sentence and the notes below."""
    body = f"{before}<p>항구는 봄에 문을 열었다.{first} 배는 두 척뿐이다.{second}</p>{notes}{after}"
    return f"<html><head><meta charset=utf-8></head><body>{body}</body></html>".replace("{one}", ONE).replace(
        "{two}", TWO
    )


def _tistory(printed: str) -> PageShape:
    mark = (
        '<sup class="footnote"><a href="#footnote_31_{0}" id="footnote_link_31_{0}" '
        'onmouseover="tistoryFootnote.show(this, 31, {0})" onmouseout="tistoryFootnote.hide(31, {0})" '
        f'style="color:#f9650d; font-family: Verdana, Sans-serif; display: inline;">{printed}</a></sup>'
    )
    back = ' <a href="#footnote_link_31_{0}">[본문으로]</a>'
    notes = (
        '<div class="footnotes"><ol class="footnotes">'
        f'<li id="footnote_31_1">{{one}}{back.format(1)}</li><li id="footnote_31_2">{{two}}{back.format(2)}</li></ol></div>'
    )
    return PageShape(_two(mark.format(1), mark.format(2), notes))


def _namu(first: str, second: str) -> PageShape:
    head = '<h2><a id="s-{0}" href="#toc">{0}.</a> <span id="{1}">{1}{2}</span></h2>'
    edit = '<span class="q"><a href="/edit/%ED%95%AD?section=1" rel="nofollow">[편집]</a></span>'
    mark = '<a class="w" title="{0}" href="#fn-{1}"><span id="rfn-{2}"></span>[{1}]</a>'
    note = '<span class="n"><span id="fn-{0}"></span><a href="#rfn-{1}">[{0}]</a> {2}</span>'
    page = _two(
        mark.format(ONE, first, 1),
        mark.format(TWO, second, 2),
        f'<div class="f">{note.format(first, 1, "{one}")}{note.format(second, 2, "{two}")}</div>',
        before=head.format(1, "개요", edit),
    )
    return PageShape(page, ("1. 개요", TEXT))


def _namu_twice() -> PageShape:
    page = """<h2 class="wiki-heading"><a id="s-1" href="#toc">1.</a> <span id="개요">개요</span>
    <span class="wiki-edit-section"><a href="/edit/a?section=1" rel="nofollow">[편집]</a></span></h2>
    <div class="wiki-paragraph">항구는 봄에 문을 열었다.<a class="wiki-fn-content" href="#fn-A"><span id="rfn-1"
    class="target"></span>[A]</a> 배는 두 척뿐이다.<a class="wiki-fn-content" href="#fn-A"><span id="rfn-2"
    class="target"></span>[A]</a></div><div class="wiki-macro-footnote"><span class="footnote-list"><span id="fn-A"
    class="target"></span>[A] <a href="#rfn-1"><sup>1.1</sup></a> <a href="#rfn-2"><sup>1.2</sup></a> {one}</span></div>"""
    return PageShape(page.replace("{one}", ONE), ("1. 개요", TEXT), (("열었다.", ONE), ("척뿐이다.", ONE)), (ONE,))


_CITE = '<span class="cite-bracket">[</span>{0}<span class="cite-bracket">]</span>'


def _wiki(first: str, second: str, group: str = "") -> PageShape:
    mark = '<sup id="cite_ref-{1}" class="reference"><a href="#cite_note-{1}">{0}</a></sup>'
    note = (
        '<li id="cite_note-{0}"><span class="mw-cite-backlink"><a href="#cite_ref-{0}">↑</a></span> '
        '<span class="reference-text">{1}</span></li>'
    )
    page = _two(
        mark.format(first, 1),
        mark.format(second, 2),
        f'<div class="mw-references-wrap"><ol class="references" data-mw-group="{group}">'
        f"{note.format(1, '{one}')}{note.format(2, '{two}')}</ol></div>",
        before='<div class="mw-heading mw-heading2"><h2 id="a">항구</h2><span class="mw-editsection"><span '
        'class="mw-editsection-bracket">[</span><a href="/w/index.php?title=a&amp;action=edit"><span>편집</span></a>'
        '<span class="mw-editsection-bracket">]</span></span></div>',
    )
    return PageShape(page, ("항구", TEXT))


def _wiki_twice(before_arrows: str) -> PageShape:
    mark = '<sup id="cite_ref-h_1-{0}" class="reference"><a href="#cite_note-h-1">[1]</a></sup>'
    backs = "".join(f' <a href="#cite_ref-h_1-{n}"><sup><i><b>{s}</b></i></sup></a>' for n, s in enumerate("가나"))
    notes = (
        f'<h2><span class="mw-headline" id="n">각주</span><span class="mw-editsection">[<a href="#">편집</a> | '
        f'<a href="#">원본 편집</a>]</span></h2><ol class="references"><li id="cite_note-h-1"><span '
        f'class="mw-cite-backlink">{before_arrows}{backs}</span> <span class="reference-text">{{one}}</span></li></ol>'
    )
    page = _two(mark.format(0), mark.format(1), notes)
    return PageShape(page, (TEXT, "각주"), (("열었다.", ONE), ("척뿐이다.", ONE)), (ONE,))


def _typed(mark: str, notes: str, after: str = "", before: str = "", blocks: tuple[str, ...] = (TEXT,)) -> PageShape:
    return PageShape(_two(mark.format(1), mark.format(2), notes, before, after), blocks)


SHAPES: dict[str, PageShape] = {
    "tistory": _tistory("[각주:{0}]"),
    "tistory, brackets hidden": _tistory(
        '<span style="display: none;">[각주:</span>{0}<span style="display: none;">]</span>'
    ),
    "namuwiki, numbers": _namu("1", "2"),
    "namuwiki, a letter": _namu("1", "A"),
    "namuwiki, a name": _namu("출처", "2"),
    "namuwiki, a note called twice": _namu_twice(),
    "wiki": _wiki("[1]", "[2]"),
    "wiki, brackets apart": _wiki(_CITE.format(1), _CITE.format(2)),
    "wiki, a group of syllables": _wiki("[가]", "[나]", "가"),
    "wiki, a named group": _wiki("[내용주 1]", "[내용주 2]", "내용주"),
    "wiki, a group of letters": _wiki("[주 1]", "[주 2]", "주"),
    "wiki, a note called twice": _wiki_twice("↑"),
    "wiki, a note called twice, in words": _wiki_twice('↑ <span class="cite-accessibility-label">위로 이동:</span>'),
    "raised and typed, paragraphs": _typed("<sup>{0})</sup>", "<p>1) {one}</p><p>2) {two}</p>"),
    "raised and typed, lines": _typed("<sup>{0})</sup>", "<p>1) {one}<br>2) {two}</p>"),
    "raised and typed, lines with blanks": _typed("<sup>{0})</sup>", "<p>1) {one}<br>\n<br>\n2) {two}</p>"),
    "raised and typed, a rule": _typed("<sup>{0}</sup>", "<hr><p>1. {one}</p><p>2. {two}</p>"),
    "raised and typed, a heading": _typed(
        "<sup>[{0}]</sup>", "<h3>각주</h3><p>[1] {one}</p><p>[2] {two}</p>", blocks=(TEXT, "각주")
    ),
    "raised and typed, under a bold word": _typed(
        "<sup>{0})</sup>", "<p><b>[각주]</b></p><p>1) {one}</p><p>2) {two}</p>", blocks=(TEXT, "[각주]")
    ),
    "raised by style": _typed(
        '<span style="font-size:9pt; vertical-align: super">{0})</span>', "<p>1) {one}</p><p>2) {two}</p>"
    ),
    "raised and typed, then the keeper's line": _typed(
        "<sup>{0})</sup>",
        "<p>1) {one}</p><p>2) {two}</p>",
        after="<p>저작권은 보기연구소에 있다.</p>",
        blocks=(TEXT, "저작권은 보기연구소에 있다."),
    ),
    "raised and typed, a division for each line": _typed("<sup>{0})</sup>", "<div>1) {one}</div><div>2) {two}</div>"),
    "raised and typed, an item for each": _typed(
        "<sup>{0})</sup>", "<p>주석</p><ul><li>1) {one}</li><li>2) {two}</li></ul>", blocks=(TEXT, "주석")
    ),
    "naver blog": _typed(
        "{0})",
        '<p class="se-text-paragraph"><span>\u200b</span></p><p class="se-text-paragraph"><span>1) {one}</span></p>'
        '<p class="se-text-paragraph"><span>2) {two}</span></p>',
    ),
    "naver blog, words": _typed("주{0})", "<p><span>주1) {one}</span></p><p><span>주2) {two}</span></p>"),
    "raised and typed, all in one paragraph": _typed(
        "<sup>{0})</sup>", "<p>&lt;각주&gt;<br>1) {one}<br>2) {two}</p>", blocks=(TEXT, "<각주>")
    ),
    "raised and typed, raised below as well": _typed(
        "<sup>{0})</sup>", "<p><sup>1)</sup> {one}<br><sup>2)</sup> {two}</p>"
    ),
    "raised and typed, comments under a heading": _typed(
        "<sup>{0})</sup>",
        "<p>1) {one}</p><p>2) {two}</p>",
        after="<h3>댓글</h3><p>" + "잘 읽었다. " * 60 + "</p>",
        blocks=(TEXT, "댓글", ("잘 읽었다. " * 60).strip()),
    ),
    "raised and typed, cells of a page laid out by a table": _typed(
        "<sup>{0})</sup>", "<p>1) {one}</p><p>2) {two}</p></td></tr></table>", before="<table><tr><td>"
    ),
    "typed, a list of notes": _typed("[{0}]", "<h3>주석</h3><ol><li>{one}<li>{two}</ol>", blocks=(TEXT, "주석")),
    "raised in round brackets, with a word": _typed("<sup>(주 {0})</sup>", "<p>(주 1) {one}</p><p>(주 2) {two}</p>"),
    "typed in round brackets, with a word": _typed("(주{0})", "<p>(주1) {one}</p><p>(주2) {two}</p>"),
    "raised in round brackets": _typed("<sup>({0})</sup>", "<p>(1) {one}</p><p>(2) {two}</p>"),
    "raised and typed, points below": _typed("<sup>{0})</sup>", "<p>1. {one}</p><p>2. {two}</p>"),
    "raised and typed, announced in the same line": _typed(
        "<sup>{0})</sup>", "<p>[주석] 1) {one}<br>2) {two}</p>", blocks=(TEXT, "[주석]")
    ),
    "raised and typed, below a typed rule": _typed(
        "<sup>{0})</sup>", "<p>──────</p><p>1) {one}</p><p>2) {two}</p>", blocks=(TEXT, "──────")
    ),
    "typed, as it stands": PageShape(
        f"<pre>항구는 봄에 문을 열었다.1) 배는 두 척뿐이다.2)\n\n각주\n1) {ONE}\n2) {TWO}</pre>", (TEXT, "각주")
    ),
    "hidden until it is called": PageShape(
        _two(
            *(f'<a href="#fn{n}" class="fn">{n})</a>' for n in (1, 2)),
            '<div id="fn1" class="popup" style="display:none">{one}</div><div id="fn2" style="display: none">{two}</div>',
        )
    ),
    "raised by stars": PageShape(
        _two("<sup>*</sup>", "<sup>**</sup>", "<p>* {one}</p><p>** {two}</p>"),
    ),
    "notes of each section": PageShape(
        "<h2>봄</h2><p>항구는 봄에 문을 열었다.<sup>1)</sup></p><p>1) {one}</p><h2>배</h2><p>배는 두 척뿐이다.<sup>1)</sup></p>"
        "<p>1) {two}</p>".replace("{one}", ONE).replace("{two}", TWO),
        ("봄", "항구는 봄에 문을 열었다.", "배", "배는 두 척뿐이다."),
    ),
    "saved by a browser": PageShape(
        _two(
            '<sup><a href="https://blog.example.net/31#fn_1" id="b_1">1)</a></sup>',
            '<sup><a href="https://blog.example.net/31#fn_2" id="b_2">2)</a></sup>',
            '<p id="fn_1"><a href="https://blog.example.net/31#b_1">1)</a> {one}</p>'
            '<p id="fn_2"><a href="https://blog.example.net/31#b_2">2)</a> {two}</p>',
        ).replace("<meta charset=utf-8>", '<link rel="canonical" href="https://blog.example.net/31">')
    ),
    "wiki with contents": PageShape(
        _wiki("[1]", "[2]").page.replace(
            "<p>", '<div id="toc" class="toc"><h2>목차</h2><ul><li><a href="#a">1 항구</a></li></ul></div><p>', 1
        ),
        ("항구", TEXT),
    ),
    "brunch": _typed(
        "[{0}]",
        '<h4 class="wrap_item item_type_text">주석</h4><p class="wrap_item item_type_text">[1] {one}</p>'
        '<p class="wrap_item item_type_text">[2] {two}</p>',
        blocks=(TEXT, "주석"),
    ),
    "brunch, small figures": _typed("<sup>{0}</sup>", "<p>¹ {one}</p><p>² {two}</p>"),
    "wordpress core": PageShape(
        _two(
            '<sup data-fn="0b-1" class="fn"><a href="#0b-1" id="0b-1-link">1</a></sup>',
            '<sup data-fn="0b-2" class="fn"><a href="#0b-2" id="0b-2-link">2</a></sup>',
            '<ol class="wp-block-footnotes"><li id="0b-1">{one} <a href="#0b-1-link" aria-label="각주 참조 1로 이동">↩︎</a>'
            '</li><li id="0b-2">{two} <a href="#0b-2-link">↩︎</a></li></ol>',
        )
    ),
    "easy footnotes": PageShape(
        _two(
            *(
                f"<span id='easy-footnote-{n}-9' class='easy-footnote-margin-adjust'></span><span class='easy-footnote'>"
                f"<a href='#easy-footnote-bottom-{n}-9' title='{note}'><sup>{n}</sup></a></span>"
                for n, note in ((1, ONE), (2, TWO))
            ),
            "<ol class='easy-footnotes-wrapper'><li class='easy-footnote-single'><span id='easy-footnote-bottom-1-9' "
            "class='easy-footnote-margin-adjust'></span>{one}<a class='easy-footnote-to-top' href='#easy-footnote-1-9'>"
            "</a></li><li class='easy-footnote-single'><span id='easy-footnote-bottom-2-9'></span>{two}</li></ol>",
        )
    ),
    "modern footnotes": PageShape(
        _two(
            *(
                f'<sup class="modern-footnotes-footnote " data-mfn="{n}" data-mfn-post-scope="07"><a '
                f'href="javascript:void(0)" role="button" aria-pressed="false" aria-describedby="mfn-content-07-{n}">{n}'
                f'</a></sup><span id="mfn-content-07-{n}" role="tooltip" class="modern-footnotes-footnote__note" '
                f'tabindex="0" data-mfn="{n}">{note}</span>'
                for n, note in ((1, ONE), (2, TWO))
            ),
            "",
        )
    ),
    "footnotes with tooltips and a list": PageShape(
        _two(
            *(
                f'<span class="footnote_referrer"><a role="button" tabindex="0" onclick="go(\'r_{n}\');"><sup '
                f'id="footnote_plugin_tooltip_9_{n}" class="footnote_plugin_tooltip_text">[{n}]</sup></a><span '
                f'id="footnote_plugin_tooltip_text_9_{n}" class="footnote_tooltip">{note}</span></span>'
                for n, note in ((1, ONE), (2, TWO))
            ),
            '<div class="speaker-mute footnotes_reference_container"><div id="footnote_references_container_9" '
            'style="display: none;"><table><tbody><tr><th><a id="footnote_plugin_reference_9_1" '
            'class="footnote_backlink"><span>↑</span>1</a></th><td class="footnote_plugin_text">{one}</td></tr></tbody>'
            "</table></div></div>",
        )
    ),
    "footnotes with tooltips, links and a list": PageShape(
        _two(
            *(
                f'<span class="footnote_referrer"><a role="button" href="#footnote_plugin_reference_9_{n}"><sup '
                f'id="footnote_plugin_tooltip_9_{n}" class="footnote_plugin_tooltip_text">[{n}]</sup></a><span '
                f'id="footnote_plugin_tooltip_text_9_{n}" class="footnote_tooltip">{note[:8]} … 이어 읽기</span></span>'
                for n, note in ((1, ONE), (2, TWO))
            ),
            '<div class="footnotes_reference_container"><table><tbody>'
            + "".join(
                f'<tr class="footnotes_plugin_reference_row"><th scope="row"><a id="footnote_plugin_reference_9_{n}" '
                f'class="footnote_backlink" href="#footnote_plugin_tooltip_9_{n}"><span>↑</span>{n}</a></th>'
                f'<td class="footnote_plugin_text">{note}</td></tr>'
                for n, note in ((1, ONE), (2, TWO))
            )
            + "</tbody></table></div>",
        )
    ),
    "older docutils": PageShape(
        _two(
            *(f'<a class="footnote-reference" href="#id{n + 2}" id="id{n}">[{n}]</a>' for n in (1, 2)),
            "".join(
                f'<table class="docutils footnote" frame="void" id="id{n + 2}" rules="none"><colgroup><col class="label">'
                f'<col></colgroup><tbody><tr><td class="label"><a class="fn-backref" href="#id{n}">[{n}]</a></td><td>'
                f"{note}</td></tr></tbody></table>"
                for n, note in ((1, ONE), (2, TWO))
            ),
        )
    ),
    "tooltips without figures": PageShape(
        '<p>항구는 봄에 <span class="tooltip">문을 열었다<span class="tooltiptext">{one}</span></span>. 배는 두 '
        '척뿐이다.<span class="footnote-text">{two}</span></p>'.replace("{one}", ONE).replace("{two}", TWO),
        calls=(("열었다", ONE), ("척뿐이다.", TWO)),
    ),
    "sidenotes": PageShape(
        _two(
            *(
                f'<label for="sn-{n}" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-{n}" '
                f'class="margin-toggle"><span class="sidenote">{note}</span>'
                for n, note in ((1, ONE), (2, TWO))
            ),
            "",
        )
    ),
    "footnotes of posts": PageShape(
        _two(
            *(
                f'<sup class="footnote"><a href="#footnote_{n}_9" id="identifier_{n}_9" class="footnote-link '
                f'footnote-identifier-link" title="{note}">{n}</a></sup>'
                for n, note in ((1, ONE), (2, TWO))
            ),
            '<ol class="footnotes"><li id="footnote_1_9" class="footnote">{one}<span '
            'class="footnote-back-link-wrapper"> [<a href="#identifier_1_9" class="footnote-link footnote-back-link">'
            '&#8617;</a>]</span></li><li id="footnote_2_9" class="footnote">{two} [<a href="#identifier_2_9">&#8617;</a>]'
            "</li></ol>",
        )
    ),
    "asciidoctor": PageShape(
        _two(
            *(
                f'<sup class="footnote">[<a id="_footnoteref_{n}" class="footnote" href="#_footnotedef_{n}" '
                f'title="View footnote.">{n}</a>]</sup>'
                for n in (1, 2)
            ),
            '<div id="footnotes"><hr><div class="footnote" id="_footnotedef_1"><a href="#_footnoteref_1">1</a>. {one}'
            '</div><div class="footnote" id="_footnotedef_2"><a href="#_footnoteref_2">2</a>. {two}</div></div>',
        )
    ),
    "docutils": PageShape(
        _two(
            *(
                f'<a class="footnote-reference brackets" href="#id{n + 2}" id="id{n}" role="doc-noteref"><span '
                f'class="fn-bracket">[</span>{n}<span class="fn-bracket">]</span></a>'
                for n in (1, 2)
            ),
            "".join(
                f'<aside class="footnote brackets" id="id{n + 2}" role="doc-footnote"><span class="label"><span '
                f'class="fn-bracket">[</span><a role="doc-backlink" href="#id{n}">{n}</a><span class="fn-bracket">]'
                f"</span></span><p>{note}</p></aside>"
                for n, note in ((1, "{one}"), (2, "{two}"))
            ),
        )
    ),
    "dokuwiki": PageShape(
        _two(
            *(f'<sup><a href="#fn__{n}" id="fnt__{n}" class="fn_top">{n})</a></sup>' for n in (1, 2)),
            '<div class="footnotes">'
            + "".join(
                f'<div class="fn"><sup><a href="#fnt__{n}" id="fn__{n}" class="fn_bot">{n})</a></sup> <div '
                f'class="content">{note}</div></div>'
                for n, note in ((1, "{one}"), (2, "{two}"))
            )
            + "</div>",
        )
    ),
    "substack": PageShape(
        _two(
            *(
                f'<a class="footnote-anchor" id="footnote-anchor-{n}-7" href="#footnote-{n}-7" target="_self">{n}</a>'
                for n in (1, 2)
            ),
            "".join(
                f'<div class="footnote"><a id="footnote-{n}-7" href="#footnote-anchor-{n}-7" class="footnote-number" '
                f'target="_self">{n}</a><div class="footnote-content"><p>{note}</p></div></div>'
                for n, note in ((1, "{one}"), (2, "{two}"))
            ),
        )
    ),
    "github": PageShape(
        _two(
            *(
                f'<sup><a href="#user-content-fn-{n}" id="user-content-fnref-{n}" data-footnote-ref '
                f'aria-describedby="footnote-label">{n}</a></sup>'
                for n in (1, 2)
            ),
            '<section data-footnotes class="footnotes"><h2 id="footnote-label" class="sr-only">Footnotes</h2><ol><li '
            'id="user-content-fn-1"><p>{one} <a href="#user-content-fnref-1" data-footnote-backref>↩</a></p></li><li '
            'id="user-content-fn-2"><p>{two} <a href="#user-content-fnref-2" data-footnote-backref>↩</a></p></li></ol>'
            "</section>",
        ),
        (TEXT, "Footnotes"),
    ),
    "LibreOffice": PageShape(
        _two(
            *(
                f'<a class="sdfootnoteanc" name="sdfootnote{n}anc" href="#sdfootnote{n}sym"><sup>{n}</sup></a>'
                for n in (1, 2)
            ),
            "".join(
                f'<div id="sdfootnote{n}"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote{n}sym" '
                f'href="#sdfootnote{n}anc">{n}</a>{note}</p></div>'
                for n, note in ((1, "{one}"), (2, "{two}"))
            ),
        )
    ),
    "Word": PageShape(
        _two(
            *(
                f'<a style="mso-footnote-id:ftn{n}" href="#_ftn{n}" name="_ftnref{n}" title=""><span '
                f'class=MsoFootnoteReference><span style="mso-special-character:footnote"><![if !supportFootnotes]>[{n}]'
                "<![endif]></span></span></a>"
                for n in (1, 2)
            ),
            "<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width='33%'>"
            + "".join(
                f"<div style='mso-element:footnote' id=ftn{n}><p class=MsoFootnoteText><a href='#_ftnref{n}' "
                f"name='_ftn{n}' title=''><span class=MsoFootnoteReference>[{n}]</span></a> {note}</p></div>"
                for n, note in ((1, "{one}"), (2, "{two}"))
            )
            + "</div>",
        )
    ),
    "mammoth": PageShape(
        _two(
            *(f'<sup><a href="#footnote-{n}" id="footnote-ref-{n}">[{n}]</a></sup>' for n in (1, 2)),
            '<ol><li id="footnote-1"><p> {one} <a href="#footnote-ref-1">↑</a></p></li><li id="footnote-2"><p> {two} '
            '<a href="#footnote-ref-2">↑</a></p></li></ol>',
        )
    ),
    "pandoc": PageShape(
        _two(
            *(
                f'<a href="#fn{n}" class="footnote-ref" id="fnref{n}" role="doc-noteref"><sup>{n}</sup></a>'
                for n in (1, 2)
            ),
            '<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr><ol><li '
            'id="fn1"><p>{one}<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li><li id="fn2">'
            '<p>{two}<a href="#fnref2" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
        )
    ),
    "notes in a table": PageShape(
        _two("<sup>1)</sup>", "<sup>2)</sup>", "<h3>각주</h3><table><tr><td>1)<td>{one}<tr><td>2)<td>{two}</table>"),
        (TEXT, "각주"),
    ),
    "notes in a list of terms": _typed(
        "<sup>{0})</sup>",
        "<h3>각주</h3><dl><dt>1)</dt><dd>{one}</dd><dt>2)</dt><dd>{two}</dd></dl>",
        blocks=(TEXT, "각주"),
    ),
    "hangul's export": PageShape(
        _two(
            *(f'<a href="#_hwpnote{n}" name="_hwpref{n}"><sup>{n})</sup></a>' for n in (1, 2)),
            '<p class="HStyle11"><a href="#_hwpref1" name="_hwpnote1">1)</a> {one}</p><p class="HStyle11"><a '
            'href="#_hwpref2" name="_hwpnote2">2)</a> {two}</p>',
        )
    ),
}

# What must stay as it is: no note is there, or it can't be said which.
OPEN: dict[str, PageShape] = {
    "a list of the text that is numbered as the marks are": PageShape(
        _two(
            "<sup>1)</sup>",
            "<sup>2)</sup>",
            "<p>할 일은 둘이다.</p><p>1) 길을 고친다.</p><p>2) 배를 늘린다.</p><p>"
            + "둘을 다 하려면 여러 해가 든다. " * 12
            + "</p>",
        ),
        (
            TEXT,
            "할 일은 둘이다.",
            "1) 길을 고친다.",
            "2) 배를 늘린다.",
            ("둘을 다 하려면 여러 해가 든다. " * 12).strip(),
        ),
        (("열었다.", None), ("척뿐이다.", None)),
        (),
    ),
    "two lists that may be the notes": PageShape(
        _two(
            "<sup>1)</sup>",
            "<sup>2)</sup>",
            "<p>1) 「개항」, 2021. 3.</p><p>2) 「증편」, 2022. 5.</p><h2>끝</h2><p>1) {one}</p><p>2) {two}</p>",
        ),
        (TEXT, "1) 「개항」, 2021. 3.", "2) 「증편」, 2022. 5.", "끝", f"1) {ONE}", f"2) {TWO}"),
        (("열었다.", None), ("척뿐이다.", None)),
        (),
    ),
    "events of the text, numbered as the marks are": PageShape(
        _two(
            "<sup>1)</sup>",
            "<sup>2)</sup>",
            "<p>1) 2021. 3. 4. 항구가 문을 열었다.</p><p>2) 2022. 5. 6. “새 배”가 왔다.</p>",
        ),
        (TEXT, "1) 2021. 3. 4. 항구가 문을 열었다.", "2) 2022. 5. 6. “새 배”가 왔다."),
        (("열었다.", None), ("척뿐이다.", None)),
        (),
    ),
    "the notes of a table below it": PageShape(
        _two(
            "<sup>1)</sup>",
            "",
            "<table><tr><th>해<th>척<tr><td>2021<td>2<sup>1)</sup></table><p>1) 보기통계, 2022. 3.</p>",
        ),
        (TEXT, "2021\t2", "1) 보기통계, 2022. 3."),
        (("열었다.", None), ("2", None)),
        (),
    ),
    "a list of sources that nothing calls": PageShape(
        _two("<sup>1)</sup>", "<sup>2)</sup>", "<h3>참고 문헌</h3><p>1) {one}</p><p>2) {two}</p>"),
        (TEXT, "참고 문헌", f"1) {ONE}", f"2) {TWO}"),
        (("열었다.", None), ("척뿐이다.", None)),
        (),
    ),
    "words in a note that lead up to its mark": PageShape(
        _two(
            '<sup><a href="#f1" id="b1">1</a></sup>',
            "",
            '<ol class="footnotes"><li id="f1">{one} <a href="#b1">항구의 문</a>을 보라.</li></ol>',
        ),
        (TEXT,),
        (("열었다.", f"{ONE} 항구의 문을 보라."),),
        (f"{ONE} 항구의 문을 보라.",),
    ),
    "numbers in brackets that count the items of a text": PageShape(
        "<p>할 일은 1) 길을 고치고 2) 배를 늘리는 것이다.</p><p>1) 길을 고친다.</p><p>2) 배를 늘린다.</p>",
        ("할 일은 1) 길을 고치고 2) 배를 늘리는 것이다.", "1) 길을 고친다.", "2) 배를 늘린다."),
        (),
        (),
    ),
    "contents and headings that lead to each other": PageShape(
        '<ul><li><a id="t1" href="#s1">1. 개요</a></li><li><a id="t2" href="#s2">2. 길</a></li></ul>'
        '<h2 id="s1"><a href="#t1">1.</a> 개요</h2><p>항구가 있다.</p><h2 id="s2"><a href="#t2">2.</a> 길</h2><p>길이다.</p>',
        ("1. 개요", "2. 길", "1. 개요", "항구가 있다.", "2. 길", "길이다."),
        (),
        (),
    ),
    "a power": PageShape("<p>넓이는 10<sup>2</sup>이다.</p><p>2) 넓이</p>", ("넓이는 10²이다.", "2) 넓이"), (), ()),
}
