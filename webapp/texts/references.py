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
        "인용할 수 있고, BibTeX, RIS, CSL-JSON 파일도 받을 수 있습니다. ‘담기’로 모은 대목은 "
        "‘담은 목록’에서 한꺼번에 복사하거나 파일로 받습니다.",
        "Under ‘Cite’, documents and passages give their words and their reference in the form you choose, to be "
        "copied at once; the form is remembered. At a note’s own address its sources are given as cited by way of it. "
        "Selected words can be cited, too, and BibTeX, RIS and CSL-JSON files are there. What is saved to the list is "
        "copied from there at once, or taken as a file.",
    ),
    "references-say": (
        "문서와 대목의 서지정보를 BibTeX, RIS, CSL-JSON으로 받을 수 있습니다:",
        "References to documents and passages as BibTeX, RIS and CSL-JSON:",
    ),
    "keep": ("담기", "Save to list"),
    "list": ("담은 목록", "Saved list"),
    "list-kept": ("담았습니다.", "Saved."),
    "list-left": ("목록에서 뺐습니다.", "Removed."),
    "list-full": (
        "목록에는 100건까지 담을 수 있습니다. 둘로 나누어 주세요.",
        "A list can hold 100 entries. Please make it two.",
    ),
    "list-n": ("{n}건", "{n} entry|{n} entries"),
    "list-say": (
        "이 목록은 주소에 그대로 담겨 있어, 링크를 보내면 누구나 같은 목록을 볼 수 있습니다. 서버에는 아무것도 "
        "저장하지 않습니다.",
        "This list is all in its address: whoever has the link sees the same list. Nothing is kept on the server.",
    ),
    "list-empty": (
        "담은 것이 없습니다. 문서, 검색 결과, 본문의 대목에서 ‘담기’를 누르면 여기에 차례로 모입니다. 아래에 주소를 "
        "붙여 넣어도 됩니다.",
        "Nothing here yet. ‘Save to list’ at documents, results and passages puts them here, in order. You can also "
        "paste addresses below.",
    ),
    "list-title": ("목록 제목", "Title of the list"),
    "list-add": ("주소 더하기", "Add addresses"),
    "list-copy": ("모두 복사", "Copy all"),
    "list-copy-link": ("목록 링크 복사", "Copy link to list"),
    "list-take-over": ("내 목록에 더하기", "Add to my list"),
    "list-files": ("파일로 받기:", "As a file:"),
    "list-clear": ("모두 비우기", "Clear the list"),
    "list-up": ("위로", "Up"),
    "list-down": ("아래로", "Down"),
    "list-remove": ("빼기", "Remove"),
    "list-up-n": ("위로: {n}번째", "Up: entry {n}"),
    "list-down-n": ("아래로: {n}번째", "Down: entry {n}"),
    "list-remove-n": ("빼기: {n}번째", "Remove: entry {n}"),
    "list-wrong": (
        "이곳에 없는 주소입니다. 글자가 바뀌거나 빠지지 않았는지 확인해 주세요.",
        "No such address here. Check it for a wrong or missing letter.",
    ),
    "list-uncited": (
        "인용할 수 없는 주소가 {n}건 있습니다. 서지 프로그램용 파일에는 들어가지 않습니다.",
        "{n} address cannot be cited and is left out of the files for reference managers.|{n} addresses cannot be "
        "cited and are left out of the files for reference managers.",
    ),
    "cited-one-of": (
        "앞 각주의 출처 {n}건 가운데 하나입니다. 어느 것인지는 적혀 있지 않습니다:",
        "One of {n} sources of the note meant; which one is not printed:",
    ),
    "cited-by-way": ("재인용할 출처:", "Source cited by way of this note:"),
}
