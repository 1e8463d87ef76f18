"""How does the panel speak by which documents and passages are cited? See `webapp.texts.texts` for the form."""

from collections.abc import Mapping

REFERRING: Mapping[str, tuple[str, str]] = {
    "cite": ("인용하기", "Cite"),
    "reference-form": ("양식", "Form"),
    "with-quotation": ("인용문", "Quotation"),
    "with-note-numbers": ("각주 번호", "Note numbers"),
    "with-as-printed": ("[원문대로]", "[sic]"),
    "copy": ("복사", "Copy"),
    "cite-selection": ("선택한 구절 인용하기", "Cite the selection"),
    "reference-files": ("서지 프로그램용 파일:", "For reference managers:"),
    "cited-by-way": ("재인용할 출처:", "Source cited by way of this note:"),
}
