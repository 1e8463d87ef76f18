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
    "help-citing": (
        "문서와 대목의 ‘인용하기’에서 양식을 고르면 인용문과 출처 표기를 한 번에 복사할 수 있습니다. 고른 양식은 "
        "다음에도 그대로 쓰입니다. 각주의 주소에서는 그 각주가 인용한 출처를 재인용으로 적어 드립니다. 선택한 구절도 "
        "인용할 수 있고, BibTeX, RIS, CSL-JSON 파일도 받을 수 있습니다.",
        "Under ‘Cite’, documents and passages give their words and their reference in the form you choose, to be "
        "copied at once; the form is remembered. At a note’s own address its sources are given as cited by way of it. "
        "Selected words can be cited, too, and BibTeX, RIS and CSL-JSON files are there.",
    ),
    "references-say": (
        "문서와 대목의 서지정보를 BibTeX, RIS, CSL-JSON으로 받을 수 있습니다:",
        "References to documents and passages as BibTeX, RIS and CSL-JSON:",
    ),
    "cited-by-way": ("재인용할 출처:", "Source cited by way of this note:"),
}
