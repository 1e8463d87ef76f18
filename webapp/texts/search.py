"""How do the pages of searching speak? Their words in Korean and English; see `webapp.texts.texts` for the form."""

from collections.abc import Mapping

SEARCHING: Mapping[str, tuple[str, str]] = {
    # Results
    "results-for": ("“{query}” 검색 결과", "Results for “{query}”"),
    "results-of": (
        "검색 결과: 문서 {documents}건, 대목 {passages}건",
        "Results: {documents} documents, {passages} passages",
    ),
    "results-of-one": ("검색 결과: 문서 1건, 대목 {passages}건", "Results: 1 document, {passages} passages"),
    "result-of-one": ("검색 결과: 문서 1건, 대목 1건", "Results: 1 document, 1 passage"),
    "results-page": ("{n}쪽", "page {n}"),
    "no-more": ("이 쪽에는 검색 결과가 없습니다.", "There are no results on this page."),
    "back-to-first": ("첫 쪽으로", "Back to the first page"),
    "how-to-search": ("검색어 쓰는 법", "How to search"),
    "require-all": ("낱말을 모두 포함한 대목만 보기", "Show only passages with all words"),
    "allow-missing": ("일부 낱말이 빠진 대목도 보기", "Also show passages with words missing"),
    "only-all": ("낱말을 모두 포함한 대목만 보여 드립니다.", "Only passages with all words are shown."),
    "only-any": ("한 낱말이라도 포함된 대목을 보여 드립니다.", "Passages with any of the words are shown."),
    "more-here": ("이 문서에서 {n}건 더", "{n} more in this document"),
    "cut": (
        "앞에서부터 대목 {n}건까지만 보여 드립니다. 낱말을 더하거나 결과를 좁히면 나머지도 볼 수 있습니다.",
        "Only the first {n} passages are shown. Add a word or a filter to reach the rest.",
    ),
    # Documents that the query names
    "named-documents": (
        "서지정보에서 찾은 문서 {n}건",
        "{n} document by its catalogue data|{n} documents by their catalogue data",
    ),
    "all-named": ("{n}건 모두 보기", "All {n}"),
    "only-in-catalogue": (
        "이 말이 있는 대목은 없고, 서지정보에만 있습니다.",
        "No passage has this; it stands in catalogue data only.",
    ),
    "none-named": ("서지정보에 이 말이 있는 문서가 없습니다.", "No document has this in its catalogue data."),
    "filter-list": ("제목, 저자, 발행처, 총서명으로 찾기", "Title, author, publisher or series"),
    "search-passages": ("본문과 각주에서 찾기", "Search the texts and notes"),
    "word-in-catalogue": ("서지정보에 있음", "in catalogue data"),
    "field-number": ("번호", "Number"),
    "field-series": ("총서명", "Series"),
    "open-in-text": ("본문에서 보기", "Open in the text"),
    "missing": ("빠진 말", "Missing"),
    # In a document
    "find-in-document": ("문서 내 검색", "Find in this document"),
    "find": ("찾기", "Find"),
    "back-to-results": ("검색 결과", "Results"),
    "previous-hit": ("이전 결과", "Previous match"),
    "next-hit": ("다음 결과", "Next match"),
    "step-said": ("대목 {of}건 가운데 {n}번째", "Passage {n} of {of}"),
    "not-in-document": ("이 문서에는 없습니다.", "Not in this document."),
    "few-in-document": (
        "낱말이 일부만 있는 대목입니다.",
        "These passages have only some of the words.",
    ),
    "clear-marks": ("표시 지우기", "Clear the marks"),
    "why-matched": ("검색된 이유", "Why this matched"),
    "suggested": ("추천 검색어", "Did you mean"),
    "hints": ("검색어 안내", "About your query"),
    # Order
    "order": ("결과 순서", "Order of results"),
    "order-relevance": ("정확도순", "By relevance"),
    "order-date": ("최신순", "By date"),
    "undated-last": ("발행일 미상인 대목은 맨 뒤에 나옵니다.", "Undated passages come last."),
    # Other forms of the words
    "also-searched": ("함께 찾은 말", "Also searched"),
    "n-forms": ("{n}개", "{n} form|{n} forms"),
    "all-spellings": ("찾은 표기 모두 보기", "All forms searched"),
    "texts-in-korean": (
        "원문은 한국어입니다.",
        "The texts are in Korean; words found are explained where the term base has them.",
    ),
    "search-exactly": ("입력한 그대로 검색", "Search exactly"),
    "searched-exactly": ("입력한 그대로 검색한 결과입니다.", "Searched exactly as typed."),
    "search-widely": ("다른 표기와 언어도 함께 찾기", "Search other spellings and languages, too"),
    "put-all-back": ("뺀 말 모두 되돌리기", "Put all back"),
    "leave-out": ("빼기", "leave out"),
    "put-back": ("되돌리기", "put back"),
    "written-otherwise": ("다르게 쓴 같은 수·날짜", "the same written otherwise"),
    "expansion-term": ("용어집", "Term base"),
    "expansion-name": ("이름", "Name"),
    "expansion-spelling": ("다른 표기", "Variant"),
    "expansion-quantity": ("같은 수·날짜", "Same number or date"),
    "expansion-keyboard": ("자판", "Keyboard"),
    "expansion-hanja": ("한자", "Hanja"),
    "expansion-initials": ("초성", "Initial consonants"),
    # Narrowing
    "narrow": ("검색 결과 좁혀 보기", "Filters"),
    "narrowed-by": ("좁힌 조건", "Filtered by"),
    "chosen-field": ("{name}: {value}", "{name}: {value}"),
    "remove-filter": ("이 조건 빼기", "remove this filter"),
    "show-more-values": ("{n}개 더", "{n} more"),
    "facet-language-note": ("각주는 출처의 언어", "of notes: that of the source"),
    "field-document": ("문서", "Document"),
    "field-title": ("제목", "Title"),
    "field-author": ("저자", "Author"),
    "field-publisher": ("발행처", "Publisher"),
    "field-outlet": ("매체", "Outlet"),
    "field-source": ("인용 출처", "Cited source"),
    "field-year": ("발행 연도", "Year"),
    "field-language": ("언어", "Language"),
    "field-kind": ("종류", "Kind"),
    "field-in": ("찾는 곳", "Searched in"),
    "place-note": ("각주", "Notes"),
    "place-table": ("표", "Tables"),
    "place-body": ("본문", "Body text"),
    # Nothing found
    "no-results": ("검색 결과가 없습니다.", "No results."),
    "none-with-all": ("{words} 포함한 대목이 없습니다.", "No passage has {words}."),
    "guarded": (
        "일부 낱말만 있는 대목은 있지만, 검색어에 충분히 맞는 대목은 없습니다.",
        "Some passages have one or another of these words, but none has enough of them.",
    ),
    "none-so-narrowed": ("이 조건에 맞는 대목이 없습니다.", "No passage fits these filters."),
    "none-at-all": ("이 낱말들은 이 문서고의 어느 대목에도 없습니다.", "None of these words occurs in this archive."),
    "none-of-one": ("이 말은 이 문서고의 어느 대목에도 없습니다.", "This does not occur in this archive."),
    "no-word": (
        "찾을 낱말이 없습니다. 조사나 기호만으로는 찾을 수 없습니다.",
        "There is no word to look for, only signs or particles.",
    ),
    "doubtful-results": ("확실하지 않은 결과", "Uncertain results"),
    "doubtful-why": (
        "대목 {n}건에 검색어의 낱말이 일부만 있습니다. 찾으시는 내용이 아닐 수 있습니다.",
        "One passage has only some of the words, and may not be what you are looking for."
        "|{n} passages have only some of the words, and may not be what you are looking for.",
    ),
    "understood-so": ("검색어를 이렇게 이해했습니다", "How the query was understood"),
    "word-nowhere": ("이 문서고에 없음", "not in this archive"),
    "show-any": ("한 낱말이라도 포함된 대목 보기", "Show passages with any of them"),
    "without-fields": ("조건 없이 찾기", "Search without filters"),
    "plain-words": ("따옴표와 기호 없이 낱말로 찾기", "Search the plain words, without quotation marks and signs"),
    "plain-words-any": (
        "따옴표와 기호 없이, 한 낱말이라도 포함된 대목 보기",
        "Show passages with any of the words, without quotation marks and signs",
    ),
    "try-shorter": (
        "더 짧은 낱말로 검색해 보십시오. 문장은 따옴표 없이 붙여 넣어도 됩니다.",
        "Try a shorter word. A sentence can be pasted without quotation marks.",
    ),
    # Help
    "help-lead": (
        "낱말을 그냥 나란히 쓰면 됩니다. 조사는 붙여도 떼어도 같고, 띄어쓰기가 달라도 찾습니다.",
        "Just type words side by side, in any language. Korean particles and spacing make no difference.",
    ),
    "help-examples": ("검색어 쓰는 법", "How to search"),
    "help-forgiving": (
        "검색어에는 틀린 것이 없습니다. 알아볼 수 없는 기호는 보통 글자로 찾고, 어떻게 보았는지 결과 위에 적습니다.",
        "No query is wrong. Signs that make no sense are taken as plain text, and a line above the results says how.",
    ),
    "help-fields": ("항목을 정해 찾기", "Fields"),
    "help-query": ("이렇게 쓰면", "Type this"),
    "help-meaning": ("이렇게 찾습니다", "to find"),
    "help-varieties": ("언어와 표기", "Languages and spellings"),
    "help-varieties-1": (
        "한국어, 영어, 러시아어, 중국어 가운데 어느 말로 써도 됩니다. 쓴 낱말과 함께 다음과 같은 말도 찾습니다.",
        "Type in Korean, English, Russian or Chinese. Besides the words typed, these are looked for:",
    ),
    "help-variety": ("함께 찾는 말", "Also searched"),
    "help-for-example": ("보기", "Examples"),
    "help-varieties-2": (
        "함께 찾은 말은 결과 위에 모두 나옵니다. ×를 누르면 그 말을 빼고, 뺀 말을 다시 누르면 되돌립니다. ‘입력한 "
        "그대로 검색’을 누르면 쓴 낱말만 찾습니다. 따옴표로 묶은 말은 언제나 쓴 그대로 찾습니다.",
        "All of them are listed above the results. The × leaves one out, another click puts it back. ‘Search exactly’ "
        "looks for nothing but the words typed. Words in quotation marks are always taken as typed.",
    ),
    "help-varieties-3": (
        "다른 표기나 다른 언어로 찾은 대목에는 ‘검색된 이유’가 붙습니다. 그 대목에 없는 낱말은 ‘빠진 말’에 적힙니다.",
        "Where a passage was found by another form, ‘Why this matched’ appears below it; ‘Missing’ names the words it "
        "lacks.",
    ),
    "help-term": ("다른 언어로 쓴 같은 용어, 줄임말", "the same term in another language, abbreviations"),
    "help-name": ("다른 글자로 쓴 같은 이름", "the same name in another script"),
    "help-spelling": (
        "남과 북의 표기, 잘못 쓴 글자, 한 글자씩 띄어 쓴 말",
        "Southern and Northern spellings, slips, spaced-out letters",
    ),
    "help-quantity": ("다르게 쓴 같은 수량과 날짜", "the same quantity or date, written otherwise"),
    "help-hanja": ("한자로 쓴 말", "words in Chinese characters as Koreans read them"),
    "help-keyboard": ("자판을 바꾸지 않고 친 말", "words typed on the keyboard of another language"),
    "help-initials": ("초성으로 친 낱말", "words by the first consonants of their syllables"),
    "all-of-help": ("도움말 모두 보기", "Full help"),
    "help-reading": ("읽고 인용하기", "Reading and citing"),
    "help-reading-1": (
        "각주 번호를 누르면 각주가, 각주의 ‘본문으로 돌아가기’를 누르면 본문이 나옵니다. 미주도 각주라고 부릅니다.",
        "A note number leads to the note, and ‘Back to text’ leads back. Endnotes are called notes, too.",
    ),
    "help-reading-2": (
        "대목마다 옆에 행 번호와 ¶가 있습니다. 행 번호를 누르면 그 대목을 읽어 낸 인쇄된 행이, ¶를 누르면 대목의 "
        "주소가 나옵니다.",
        "Beside each passage stand its line numbers and a ¶. The line numbers lead to the printed lines it was read "
        "from, the ¶ to its address.",
    ),
    "help-reading-3": (
        "주소는 다섯 글자 둘로 되어 있습니다. 한 글자가 틀리면 다른 대목이 열리는 대신 틀렸다고 알려 드립니다.",
        "An address is two groups of five letters. If one letter is wrong you are told so; no other passage opens.",
    ),
    "help-keys": (
        "자판의 / 를 누르면 검색창으로, 문서에서 F를 누르면 문서 내 검색으로 갑니다. J와 K는 다음 결과와 이전 결과로 "
        "갑니다.",
        "The / key goes to the search box; in a document, F goes to its own. J and K go to the next and the previous "
        "match.",
    ),
}
