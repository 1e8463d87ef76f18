"""How do the pages speak of what was cited, and of what became of it? See `webapp.texts.texts` for the form."""

from collections.abc import Mapping

PERMANENCE: Mapping[str, tuple[str, str]] = {
    # Then and now
    "as-cited": ("인용 당시", "As cited"),
    "current": ("현재", "Current"),
    "then": ("인용 당시 ({date})", "As cited ({date})"),
    "now": ("현재 ({date})", "Current ({date})"),
    "revision-n": ("{n}판", "Revision {n}"),
    "revision-of": ("{n}판 ({date})", "Revision {n} ({date})"),
    "same-as-cited": ("인용 당시와 같습니다 ({date}).", "The same as cited ({date})."),
    "same-but-signs": (
        "현재 문서와는 띄어쓰기나 부호만 다릅니다.",
        "The current document differs in spacing or signs only.",
    ),
    "to-current": ("현재 대목 보기", "Show the current passage"),
    "status-title": ("현재 문서에 없는 대목", "No longer in the document"),
    "status-gone": (
        "이 대목은 현재 문서에 없습니다. 인용 당시의 내용을 보여 드립니다.",
        "This passage is no longer in the document. Shown as cited.",
    ),
    "status-revised": ("인용 이후 이 대목이 수정되었습니다.", "Revised since cited."),
    "status-split": ("인용 이후 이 대목이 여러 대목으로 나뉘었습니다.", "Split since cited."),
    "status-merged": ("인용 이후 이 대목이 다른 대목과 합쳐졌습니다.", "Merged with another passage since cited."),
    "status-ambiguous": (
        "현재 문서에서 어느 대목인지 가릴 수 없습니다. 후보를 모두 보여 드립니다.",
        "It cannot be told which passage of the current document this is. All candidates are shown.",
    ),
    "status-moved": (
        "인용 이후 이 대목이 다른 문서로 옮겨졌습니다. 지금 있는 곳:",
        "Moved to another document since cited. It now stands in:",
    ),
    "document-moved": (
        "이 문서의 글은 이제 다른 문서에 들어 있습니다. 여기 보이는 것은 마지막 판입니다. 지금 있는 곳:",
        "The text of this document is now part of another; this is its last revision. It now stands in:",
    ),
    "changed-edition": (
        "{date}에 들어온 개정판에서 달라졌습니다.",
        "Changed by a new edition from the publisher, read on {date}.",
    ),
    "changed-reading": (
        "{date}의 판독 변경에서 달라졌습니다. 발행처의 글은 그대로입니다.",
        "Changed by our re-reading on {date}; the publisher’s text is as it was.",
    ),
    "gone-edition": (
        "{date}에 들어온 개정판부터 없습니다.",
        "Missing since a new edition from the publisher, read on {date}.",
    ),
    "gone-reading": ("{date}의 판독 변경부터 없습니다.", "Missing since our re-reading on {date}."),
    "last-there": ("마지막으로 있던 판: {n}판 ({date}).", "Last there in revision {n} ({date})."),
    "open-then": ("인용 당시의 문서에서 보기", "Open in the document as it was"),
    "marked-differences": ("달라진 곳을 표시했습니다.", "Differences are marked."),
    "marked-parts": ("같은 번호가 같은 부분입니다.", "Equal numbers mark equal parts."),
    "marked-part": ("인용 당시의 글에 해당하는 부분을 표시했습니다.", "The part that was cited is marked."),
    "similar-say": (
        "인용하신 대목과 같거나 거의 같은 말을 하지만, 인용하신 바로 그 대목은 아닙니다.",
        "They say the same or nearly the same, but are not the passage that was cited.",
    ),
    "around": ("그 자리 앞뒤의 대목", "Passages around its place"),
    "withdrawn": ("게재 철회", "Withdrawn"),
    "withdrawn-since": (
        "이 문서는 {since}부터 게재가 철회되었습니다. 까닭: {reason}",
        "This document was withdrawn on {since}. Reason: {reason}",
    ),
    "purged": ("글과 원본 파일은 삭제되었습니다.", "Its text and its original file were destroyed."),
    # A document's revisions
    "history": ("변경 이력", "History"),
    "history-say": (
        "문서의 글이 달라질 때마다 새 판을 남깁니다. 어느 판이든 그대로 읽고 인용할 수 있습니다. 개정판은 발행처의 "
        "글이 바뀐 것이고, 판독 변경은 같은 글을 저희가 달리 읽은 것입니다.",
        "Whenever the text of the document changes, a new revision is kept. Every revision can be read and cited as "
        "it was. A new edition is a change by the publisher; a re-reading is the same text, read differently by us.",
    ),
    "history-one": (
        "이 문서는 들어온 뒤로 달라지지 않았습니다.",
        "The document has not changed since it was first read.",
    ),
    "cause-first": ("처음 들어옴", "First read"),
    "cause-edition": ("개정판", "New edition"),
    "cause-reading": ("판독 변경", "Re-reading"),
    "current-revision": ("현재 판", "Current revision"),
    "count-revised": ("수정 {n}", "{n} revised"),
    "count-split": ("나뉨 {n}", "{n} split"),
    "count-merged": ("합쳐짐 {n}", "{n} merged"),
    "count-ambiguous": ("가릴 수 없음 {n}", "{n} ambiguous"),
    "count-gone": ("없어짐 {n}", "{n} gone"),
    "count-new": ("새 대목 {n}", "{n} new"),
    "count-same": ("같은 대목 {n}건", "{n} passage the same|{n} passages the same"),
    "read-revision": ("이 판 읽기", "Read this revision"),
    "what-changed": ("바뀐 곳 보기", "What changed"),
    "compare": ("인용 당시와 비교", "Compare with as cited"),
    "compare-current": ("현재와 비교", "Compare with current"),
    "compare-of": ("인용 당시와 비교: {title}", "Compared with as cited: {title}"),
    "no-differences": ("달라진 대목이 없습니다.", "No passage differs."),
    "entry-revised": ("수정", "Revised"),
    "entry-split": ("나뉨", "Split"),
    "entry-merged": ("합쳐짐", "Merged"),
    "entry-ambiguous": ("가릴 수 없음", "Ambiguous"),
    "entry-gone": ("없어짐", "Gone"),
    "entry-new": ("새 대목", "New"),
    "past-revision": (
        "인용 당시의 문서입니다: {n}판 ({date}). 그 뒤에 달라진 곳이 있습니다.",
        "This is the document as it was: revision {n} ({date}). It has changed since.",
    ),
    "current-document": ("현재 문서 보기", "Show the current document"),
    "other-forms": ("다른 형식의 원본", "Other forms of the original"),
    # Where it stands, in words
    "coordinate": ("자리", "Place"),
    # Quotations
    "copy-selection": ("선택한 구절의 링크 복사", "Copy link to selection"),
    "select-in-original": (
        "번역된 화면입니다. 번역을 끄고 원문에서 구절을 선택해 주십시오.",
        "This page is machine-translated. Turn the translation off and select the words in the original.",
    ),
    "quote-here": ("인용한 구절을 표시했습니다.", "The quoted words are marked."),
    "quote-lost": (
        "인용한 구절은 현재 문서에 그대로 있지 않습니다. 인용 당시의 내용을 보여 드립니다.",
        "The quoted words are no longer there as such. Shown as cited.",
    ),
    "quote-unknown": (
        "이 링크가 가리키는 구절을 확인할 수 없어 아무것도 표시하지 않았습니다.",
        "The words that this link quotes could not be verified, so none are marked.",
    ),
    "copy-quoted-link": ("구절의 링크 복사", "Copy link to the words"),
    "without-quotation": ("대목 전체 보기", "Show the whole passage"),
    # What is promised
    "promise": ("주소의 약속", "What an address promises"),
    "promise-1": (
        "이 문서고의 주소는 바뀌지 않습니다. 문서와 문서의 각 판, 제목, 절, 문단, 항목, 표의 행, 각주마다 주소가 "
        "있고, 한 번 붙은 주소는 다른 글에 다시 쓰지 않습니다. 파일의 이름이나 형식이 바뀌어도, 문단의 순서가 "
        "바뀌어도, 저희가 글을 더 정확히 읽게 되어도, 문서고가 다른 컴퓨터로 옮겨 가도 같은 주소가 같은 대목을 엽니다.",
        "Addresses in this archive do not change. Documents and their revisions, titles, headings, paragraphs, items, "
        "table rows and notes all have one, and an address once given is never given to other text. Files may be "
        "renamed, paragraphs reordered, our reading of them improved, the archive moved to another computer: the same "
        "address opens the same passage.",
    ),
    "promise-2": (
        "주소 뒤에 @와 번호가 있으면 문서의 그 판에 있던 글을 그대로 보여 드리며, 이 내용은 바뀌지 않습니다. 인용 "
        "이후 대목이 수정되거나 나뉘거나 합쳐지거나 없어졌으면 인용 당시의 글과 현재의 글을 함께 보여 드리고, 언제, "
        "발행처의 개정판과 저희의 판독 변경 가운데 무엇 때문에 달라졌는지 밝힙니다. 다른 문서로 옮겨졌으면 그곳으로 "
        "이어 드립니다. 어느 대목인지 가릴 수 없으면 "
        "그렇다고 말씀드리며, 다른 글을 대신 보여 드리지 않습니다.",
        "An address that ends in @ and a number shows the words as they stood in that revision of the document, and "
        "these never change. If a passage was revised, split, merged or removed since it was cited, you are shown "
        "both the words as cited and those of today, with the date and the cause: a new edition from the publisher, "
        "or a re-reading of ours. If it moved to another document, you are led there. Where it cannot be told which "
        "passage it is, you are told so; other text is never shown in its place.",
    ),
    "promise-3": (
        "‘수정’은 낱말이 달라졌다는 뜻입니다. 띄어쓰기, 문장 부호, 줄바꿈만 달라진 것은 수정으로 보지 않습니다.",
        "“Revised” means that words changed. Spaces, signs and line breaks are no change.",
    ),
    "promise-4": (
        "예외는 하나뿐입니다. 권리자의 요청이나 법에 따라 문서의 게재를 철회하거나 글을 삭제할 수 있습니다. 그때에도 "
        "주소는 남아서 언제, 왜 그렇게 되었는지 알려 드립니다.",
        "There is one exception. At the request of a rights holder or by law a document may be withdrawn, or its text "
        "destroyed. Its addresses remain even then, and say when and why.",
    ),
    "no-public-address": (
        "이 문서고에는 아직 공개 주소(GAKJU_BASE_URL)가 없어서, 복사한 링크는 이 컴퓨터에서만 열립니다. 주소의 "
        "뒷부분은 공개 주소를 정한 뒤에도 그대로 쓸 수 있습니다.",
        "This archive has no public address yet (GAKJU_BASE_URL), so copied links work on this computer only. Their "
        "last part stays the same once there is one.",
    ),
    "resolve-say": (
        "영구 링크가 가리키는 대목이 그대로 있는지도 JSON으로 물어볼 수 있습니다:",
        "What became of a permalink, as JSON:",
    ),
    "help-reading-4": (
        "글의 일부를 선택하면 ‘선택한 구절의 링크 복사’ 단추가 나타납니다. 그 링크를 열면 선택한 구절이 표시됩니다. "
        "여러 문단에 걸쳐 선택해도 됩니다.",
        "Select some words and a button ‘Copy link to selection’ appears. That link opens the passage with these "
        "words marked; they may run over several paragraphs.",
    ),
    "help-reading-5": (
        "주소는 바뀌지 않습니다. 무엇을 약속하는지는 소개에 적혀 있습니다.",
        "Addresses do not change. What they promise is said on the page about this archive.",
    ),
}
