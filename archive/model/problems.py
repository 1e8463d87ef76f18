"""What is doubtful here, and what can a person do about it? The codes of doubts about what was read, with their words.

A code is a promise to reports and filters: it may be added, never given another meaning. Messages take the values of
the `Problem` in order.
"""

from dataclasses import dataclass
from typing import Literal

from archive.model.document import Problem

Language = Literal["ko", "en"]


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """The words for one code. `{0}`, `{1}` … are the problem's values."""

    code: str
    ko: str
    en: str
    ko_remedy: str
    en_remedy: str


_DOUBTS = (
    ProblemRow("ref-open", "각주 {0}: 번호만 있고 내용은 실려 있지 않습니다.",
        "Note {0} is called but not printed.",
        "원본에 각주가 있는지 확인하고, 있으면 각주가 포함된 파일로 바꾸십시오.",
        "See whether the original prints the note; if so, index a file that includes it."),
    ProblemRow("ref-ambiguous", "각주 {0}: 같은 번호가 거듭 쓰여 어느 각주를 가리키는지 알 수 없어 잇지 않았습니다.",
        "Note {0}: its number is used more than once; which one this mark calls is not clear, so it leads to none.",
        "번호가 절이나 표마다 새로 시작하는지 원본과 대조하십시오.",
        "Compare with the original: the numbers may start anew in each section or table."),
    ProblemRow("note-uncalled", "각주 {0}: 내용은 있으나 본문에 번호가 없습니다.",
        "Note {0} is printed but nothing in the text calls it.",
        "본문에서 번호가 빠졌는지 원본과 대조하십시오.",
        "Compare with the original: the mark may have been lost in the text."),
    ProblemRow("note-gap", "각주 {0}: 앞뒤 각주는 있으나 이 각주는 없습니다.",
        "Note {0}: missing between its neighbours.",
        "원본에서 그 각주를 찾아 파일을 바꾸십시오.",
        "Look for the note in the original and replace the file."),
    ProblemRow("label-twice", "각주 번호 {0}: 두 번 이상 쓰였습니다.",
        "The note label {0} is used more than once.",
        "번호가 절마다 새로 시작하는지 원본과 대조하십시오.",
        "Compare with the original: the numbers may start anew in each section."),
    ProblemRow("source-unread", "각주 {0}: 출처로 보이지만 저자와 제목을 읽어내지 못했습니다: {1}",
        "Note {0} looks like a reference, but its author and title could not be read: {1}",
        "각주의 글은 그대로 실려 있고 검색됩니다. 출처 표기를 원본과 대조하십시오.",
        "Compare the reference with the original; the note's text is kept and can be searched."),
    ProblemRow("text-cut", "글이 문장 중간에서 끝납니다: “…{0}”",
        "The text breaks off in the middle of a sentence: “…{0}”",
        "파일의 끝이 잘렸는지 확인하고 온전한 파일로 바꾸십시오.",
        "The end of the file may be missing: replace it with a complete one."),
    ProblemRow("figure-caption-only", "그림은 없고 제목만 있습니다: {0}",
        "Only the caption of this figure is in the file: {0}",
        "그림은 원본 파일에서 보십시오.",
        "See the figure in the original file."),
    ProblemRow("table-missing", "표 제목은 있으나 표를 읽지 못했습니다: {0}",
        "A caption without a table that could be read: {0}",
        "인쇄된 행과 원본을 대조하십시오.",
        "Compare the printed lines with the original."),
    ProblemRow("table-uneven", "칸 수가 다른 행이 있습니다: {0}",
        "A table row has another number of cells: {0}",
        "원본 표와 대조하십시오.",
        "Compare with the table in the original."),
    ProblemRow("table-cell-empty", "내용이 없는 행이 있습니다: {0}",
        "A table row has no content: {0}",
        "원본 표와 대조하십시오.",
        "Compare with the table in the original."),
    ProblemRow("join-doubtful", "줄 끝에서 낱말이 나뉘었는지 분명하지 않습니다: {0}",
        "It is not clear whether a word was cut at this line end: {0}",
        "인쇄된 행을 보고 띄어쓰기를 확인하십시오.",
        "Look at the printed lines and check the spacing."),
    ProblemRow("invalid-characters", "글에 쓸 수 없는 문자 {0}개를 “\ufffd”로 바꾸었습니다(처음 것: {1}).",
        "{0} character(s) that no text can hold were replaced by “\ufffd” (the first: {1}).",
        "그 자리에 무엇이 있었는지 원본과 대조하고, 원본에서 파일을 다시 저장하십시오.",
        "Compare with the original what stood there, and save the file again from it."),
    ProblemRow("lost-characters", "파일이 저장될 때 이미 깨진 문자(\ufffd)가 {0}개 있습니다.",
        "{0} character(s) (\ufffd) were already lost when the file was saved.",
        "원본에서 UTF-8로 다시 저장하거나 내보내어 파일을 바꾸십시오.",
        "Save or export the file again from the original, in UTF-8, and replace it."),
    ProblemRow("tables-left-out", "표 {0}개가 파일에 없거나 읽을 수 없어 빠졌습니다.",
        "{0} table(s) are not in the file, or cannot be read, and are left out.",
        "빠진 표는 원본에서 보고, 표가 담긴 파일로 바꾸십시오.",
        "See them in the original; index a file that holds the tables."),
    ProblemRow("pictures-left-out", "그림 {0}개는 글이 아니어서 빠졌습니다.",
        "{0} picture(s) are not text and are left out.",
        "그림은 원본 파일에서 보십시오.",
        "See them in the original file."),
    ProblemRow("equations-left-out", "수식 {0}개가 빠졌습니다.",
        "{0} equation(s) are left out.",
        "수식은 원본 파일에서 보십시오.",
        "See them in the original file."),
    ProblemRow("letters-unknown", "{0}쪽에 걸쳐 글꼴이 어떤 글자인지 알려 주지 않아 빠진 글자가 있습니다.",
        "On {0} page(s) letters are left out because their typeface does not say what they are.",
        "원본과 대조하고, 글꼴을 포함해 다시 저장한 PDF나 다른 형식의 파일로 바꾸십시오.",
        "Compare with the original; index a PDF saved with its fonts, or another format."),
    ProblemRow("turned-text-left-out", "{0}쪽: 비스듬하게 또는 옆으로 돌려 인쇄된 글이 빠졌습니다.",
        "Page(s) {0}: text that is printed sideways or aslant is left out.",
        "워터마크나 그림의 글이면 그대로 두고, 본문이나 표이면 원본에서 보십시오.",
        "See the original if it is more than a watermark or the labels of a figure."),
    ProblemRow("columns-interleaved", "두 단의 글줄이 번갈아 섞여 있어 잇지 않고 한 줄씩 두었습니다.",
        "The lines of two columns are mixed here; they are left as they stand, each by itself.",
        "단을 차례로 내보낸 파일이나 원본 문서 파일로 바꾸십시오.",
        "Index a file whose columns follow each other, or the original document."),
    ProblemRow("table-too-large", "표가 너무 커서 합친 칸을 펼치지 못했습니다. 빠진 칸이 있을 수 있습니다.",
        "The table is too large to fill in its merged cells; some cells may be missing.",
        "원본 파일의 표와 대조하고, 필요하면 표를 나누어 저장하십시오.",
        "Compare with the table in the original file; split it if need be."),
    ProblemRow("doubtful-headings", "행의 {0}가 제목으로 읽혔습니다.",
        "{0} of the lines were taken for headings.",
        "본문이 제목으로 보이는 곳을 원본과 대조하고, 다른 형식의 파일이 있으면 그것으로 바꾸십시오.",
        "Compare with the original; index the document in another format if there is one."),
    ProblemRow("doubtful-marks", "각주 번호 {1}개 가운데 {0}개가 각주로 이어지지 않았습니다.",
        "{0} of {1} note references lead to no note.",
        "각주가 모두 실린 파일인지 확인하고, 다른 형식의 파일이 있으면 그것으로 바꾸십시오.",
        "See whether the file holds all notes; index the document in another format if there is one."),
    ProblemRow("doubtful-notes", "각주 {1}개 가운데 {0}개를 본문에서 부르지 않습니다.",
        "{0} of {1} notes are never called in the text.",
        "본문에 각주 번호가 남아 있는지 원본과 대조하고, 다른 형식의 파일이 있으면 그것으로 바꾸십시오.",
        "See whether the text has kept its marks; index the document in another format if there is one."),
    ProblemRow("doubtful-joins", "이어 붙인 행들의 말이 이어지지 않습니다(행 끝 {0}곳).",
        "Lines that were joined do not read on from one to the next ({0} line ends).",
        "단이 나뉜 쪽이나 표가 섞였는지 원본과 대조하고, 다른 형식의 파일로 바꾸십시오.",
        "Columns or tables may have run together: compare with the original, or index another format of it."),
    ProblemRow("doubtful-columns", "두 단의 행이 번갈아 섞인 것으로 보입니다.",
        "The lines of two columns seem to alternate.",
        "원본에서 단의 순서대로 다시 글을 뽑거나 다른 형식의 파일로 바꾸십시오.",
        "Extract the text again column by column, or index another format of the document."),
    ProblemRow("doubtful-rows", "{0}쪽: 나란히 놓인 두 글의 행이 가로로 이어져 섞였을 수 있습니다.",
        "Page {0}: lines of two texts that stand side by side may have been read across.",
        "그 쪽을 원본과 대조하고, 섞였으면 다른 형식의 파일로 바꾸십시오.",
        "Compare these pages with the original; if lines are mixed, index another format of it."),
    ProblemRow("doubtful-letters", "글자는 {0}뿐이고 나머지는 숫자와 기호입니다.",
        "Only {0} of it is letters; the rest is figures and signs.",
        "그림이나 숫자표만 있는 파일인지 확인하고, 글이 담긴 파일로 바꾸십시오.",
        "See whether it is a scan or a table of figures; index a file that holds the text."),
    ProblemRow("doubtful-encoding", "글자의 {0}가 깨진 것으로 보입니다.",
        "{0} of the signs seem to be letters of another encoding.",
        "원본을 UTF-8로 다시 저장하여 파일을 바꾸십시오.",
        "Save the original again in UTF-8 and replace the file."),
)  # fmt: skip
DOUBTS = {doubt.code: doubt for doubt in _DOUBTS}
# Doubts about a reading as a whole: marked on the document's page, and said first wherever doubts are listed.
DOUBTFUL_DOCUMENT = frozenset(code for code in DOUBTS if code.startswith("doubtful-")) | {"columns-interleaved"}


def message(problem: Problem, language: Language = "ko") -> str:
    """The doubt in words; a code of another version of the reader is shown as it is."""
    doubt = DOUBTS.get(problem.code)
    if doubt is None:
        return " ".join((problem.code, *problem.values))
    return (doubt.ko if language == "ko" else doubt.en).format(*problem.values)


def remedy(problem: Problem, language: Language = "ko") -> str | None:
    """What a person can do about it."""
    doubt = DOUBTS.get(problem.code)
    if doubt is None:
        return None
    return doubt.ko_remedy if language == "ko" else doubt.en_remedy
