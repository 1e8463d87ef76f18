"""How does a browser print a known document? Writes it as a web page, its notes at the end, heads on every page."""

from html import escape

from archive.model.document import BlockKind
from tests.roundtrip.habits import Habit
from tests.roundtrip.known import Known, Unit

WRAPS = ("normal", "break-all")  # CSS word-break: Hangul is cut anywhere in both, foreign words in the second alone

_STYLE = """
@page {{ size: A4; margin: 28mm 30mm 26mm; font: 8.5pt 'Noto Serif CJK KR';
  @top-left {{ content: {left}; }} @top-right {{ content: {right}; }} @bottom-center {{ content: {foot}; }} }}
body {{ margin: 0; font: {points}pt/1.7 'Noto Serif CJK KR', serif; word-break: {wrap}; text-align: justify; }}
p {{ margin: {gap} 0; text-indent: {indent}; }}
h1, h2, h3, h4 {{ font-size: 1.1em; margin: 1.2em 0 .6em; text-align: left; break-after: avoid; }}
.caption {{ break-after: avoid; }} tr {{ break-inside: avoid; }} td:first-child {{ white-space: nowrap; }}
.title {{ font-size: 1.5em; text-align: center; }} .series, .byline, .date {{ text-align: right; }}
.series, .byline, .date, .title, .caption, .source, .remark, .note, .item {{ text-indent: 0; }}
sup {{ font-size: .65em; line-height: 0; }} .note {{ font-size: .85em; margin: .2em 0; line-height: 1.5; }}
table {{ border-collapse: collapse; width: 100%; }} td, th {{ border: .5pt solid; padding: 2pt 5pt; font-size: .9em; }}
"""


def page(known: Known, habit: Habit, wrap: str) -> str:
    """The document as HTML."""
    style = _STYLE.format(
        left=_content(habit.head[0]),
        right=_content(habit.head[1]),
        foot=_content(habit.foot),
        wrap=wrap,
        points=habit.points,
        gap="0" if habit.indent else ".8em",
        indent="1em" if habit.indent else "0",
    )
    blocks = [_block(unit, habit) for unit in known.units]
    if known.notes:
        blocks.append("<hr>" if habit.heading is None else f"<h1>{escape(habit.heading)}</h1>")
    for label, text in known.notes:
        number = habit.number(label)
        number = f"<sup>{number}</sup>" if habit.label == "raised" else number
        blocks.append(f'<p class="note">{number} {escape(text)}</p>')
    body = "\n".join(blocks)
    return f'<!doctype html><html lang="ko"><meta charset="utf-8"><style>{style}</style><body>{body}</body></html>'


def _content(text: str) -> str:
    quoted = '"' + text.replace("{page}", '" counter(page) "').replace("{pages}", '" counter(pages) "') + '"'
    return quoted.replace('"" ', "").replace(' ""', "")


def _block(unit: Unit, habit: Habit) -> str:
    if unit.kind is BlockKind.TABLE:
        rows = ["".join(f"<td>{escape(cell).replace(' // ', '<br>')}</td>" for cell in row) for row in unit.rows]
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    text = marked(unit, habit)
    if unit.kind is BlockKind.HEADING:
        return f"<h{unit.level}>{text}</h{unit.level}>"
    if unit.kind is BlockKind.ITEM:
        return f'<p class="item" style="margin-left: {unit.depth - 1}em">{unit.marker} {text}</p>'
    return f'<p class="{unit.kind}">{text}</p>'


def marked(unit: Unit, habit: Habit) -> str:
    """The text with its marks, as HTML."""
    html, end = "", 0
    for call in unit.calls:
        mark = habit.mark(call.label)
        html += escape(unit.text[end : call.offset])
        html += f"<sup>{mark}</sup>" if habit.call.startswith("raised") else mark
        end = call.offset
    return html + escape(unit.text[end:])
