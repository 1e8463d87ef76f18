"""Which words does the interface use? All of them, in Korean and English, in one table; nothing is worded elsewhere.

`{name}` is filled in and escaped. An English text with a bar has two forms, for one and for several: the filling `n`
decides. No text holds a tag, an ampersand or a straight double quote, so that each may stand in an attribute.
"""

from collections.abc import Mapping

from markupsafe import Markup

TEXTS: Mapping[str, tuple[str, str]] = {
    # Everywhere
    "name": ("각주", "Gakju"),
    "tagline": ("문서를 찾고, 각주와 함께 읽고, 인용합니다", "Find a passage, read it with its notes, cite it"),
    "skip": ("본문 바로가기", "Skip to content"),
    "menu": ("차례", "Menu"),
    "search": ("검색", "Search"),
    "query": ("검색어", "Query"),
    "placeholder": ("낱말, 이름, 문장", "Words, names, a sentence"),
    "documents": ("문서 목록", "Documents"),
    "needs-checking": ("확인 필요", "Needs checking"),
    "help": ("도움말", "Help"),
    "about": ("소개", "About"),
    "switch-language": ("English", "한국어"),
    "switch-language-code": ("en", "ko"),
    "home": ("첫 화면", "Home"),
    "previous-page": ("이전 쪽", "Previous page"),
    "next-page": ("다음 쪽", "Next page"),
    "pages-of-results": ("쪽 이동", "Pages"),
    "undated": ("발행일 미상", "Undated"),
    "sample": ("예시 문서 (실제 간행물 아님)", "Sample document (not a real publication)"),
    "n-documents": ("문서 {n}건", "{n} document|{n} documents"),
    "n-passages": ("대목 {n}건", "{n} passage|{n} passages"),
    "n-notes": ("각주 {n}건", "{n} note|{n} notes"),
    "stale-index": (
        "새로 추가되거나 바뀐 문서 {n}건이 아직 색인에 반영되지 않았습니다.",
        "{n} new or changed document is not in the index yet.|{n} new or changed documents are not in the index yet.",
    ),
    # Kinds of passages
    "kind-title": ("제목", "Title"),
    "kind-heading": ("절 제목", "Heading"),
    "kind-paragraph": ("문단", "Paragraph"),
    "kind-item": ("항목", "Item"),
    "kind-row": ("표", "Table"),
    "kind-caption": ("표·그림 제목", "Caption"),
    "kind-source": ("자료 출처", "Source line"),
    "kind-remark": ("표·그림 주", "Remark"),
    "kind-disclaimer": ("밝힘 글", "Disclaimer"),
    "kind-note": ("각주", "Note"),
    # Home
    "intro": (
        "이 문서고에 담긴 글을 대목 단위로 찾습니다. 찾은 대목은 각주와 함께 읽고, 주소로 인용할 수 있습니다.",
        "Search this archive passage by passage. Every passage is read with its notes and has an address to cite.",
    ),
    "latest": ("최근 문서", "Latest documents"),
    "all-documents": ("문서 목록 모두 보기", "All documents"),
    "samples-here": (
        "예시 문서(실제 간행물 아님) {n}건이 들어 있습니다. 이 프로그램을 시험해 보려고 쓴 글입니다.",
        "{n} sample document is included. It is not a real publication: it was written to try this program."
        "|{n} sample documents are included. They are not real publications: they were written to try this program.",
    ),
    "empty-archive": ("아직 문서가 없습니다. 다음 명령으로 문서를 들여오십시오.", "There are no documents yet. Bring some in with this command."),
    # Results
    "results-for": ("“{query}” 검색 결과", "Results for “{query}”"),
    "results-of": ("검색 결과: 문서 {documents}건, 대목 {passages}건", "Results: {documents} documents, {passages} passages"),
    "results-of-one": ("검색 결과: 문서 1건, 대목 {passages}건", "Results: 1 document, {passages} passages"),
    "result-of-one": ("검색 결과: 문서 1건, 대목 1건", "Results: 1 document, 1 passage"),
    "results-page": ("{n}쪽", "page {n}"),
    "no-results": ("검색 결과가 없습니다.", "No results."),
    "none-with-all": ("{words} 포함한 대목이 없습니다.", "No passage has {words}."),
    "show-any": ("한 낱말이라도 포함된 대목 보기", "Show passages with any of them"),
    "no-more": ("이 쪽에는 검색 결과가 없습니다.", "There are no results on this page."),
    "back-to-first": ("첫 쪽으로", "Back to the first page"),
    "try-shorter": (
        "더 짧은 낱말이나 다른 표기로 검색해 보십시오. 문장은 따옴표 없이 붙여 넣어도 됩니다.",
        "Try a shorter word or another spelling. A sentence can be pasted without quotation marks.",
    ),
    "how-to-search": ("검색어 쓰는 법", "How to search"),
    "require-all": ("모든 낱말이 있는 대목만 보기", "Only passages with all words"),
    "allow-missing": ("일부 낱말이 빠진 대목도 보기", "Also passages with words missing"),
    "only-all": ("모든 낱말이 있는 대목만 보여 드립니다.", "Only passages with all words are shown."),
    "missing": ("빠진 말", "Missing"),
    "more-here": ("이 문서에서 {n}건 더", "{n} more in this document"),
    "more-here-unknown": ("이 문서에서 더 보기", "More in this document"),
    "search-in": ("이 문서에서만 찾은 결과입니다.", "Results from this document only."),
    "search-everywhere": ("모든 문서에서 찾기", "Search all documents"),
    "cut": (
        "정확도가 높은 대목 {n}건까지만 보여 드립니다. 낱말을 더하면 결과가 좁아집니다.",
        "Only the best {n} passages are shown. Add a word to narrow the results.",
    ),
    "called-from": ("이 각주가 달린 대목", "Called from"),
    "open-in-text": ("본문에서 보기", "Open in the text"),
    "printed-lines": ("인쇄된 행 보기", "As printed"),
    "section": ("절", "Section"),
    "columns": ("표의 칸", "Cells"),
    # Copying
    "permalink": ("영구 링크", "Permalink"),
    "copy-link": ("링크 복사", "Copy link"),
    "copy-quotation": ("인용문 복사", "Copy quotation"),
    "copied": ("복사했습니다", "Copied"),
    "not-copied": ("복사하지 못했습니다. 주소를 직접 골라 복사해 주십시오.", "Could not copy. Please select the address and copy it."),
    "provisional": (
        "영구 링크는 아직 임시입니다. 문서가 바뀌면 열리지 않을 수 있습니다.",
        "Permalinks are provisional for now: they may stop working when the document changes.",
    ),
    "this-computer": ("이 링크는 이 컴퓨터에서만 열립니다.", "This link works on this computer only."),
    "permalink-of": ("이 대목의 영구 링크, {lines}", "Permalink of this passage, {lines}"),
    "lines-of": ("인쇄된 행 보기: {lines}", "As printed: {lines}"),
    # Document
    "contents": ("목차", "Contents"),
    "catalogue-data": ("서지정보", "Catalogue data"),
    "affiliation": ("소속", "Affiliation"),
    "publisher": ("발행처", "Publisher"),
    "series": ("총서명", "Series"),
    "number": ("번호", "Number"),
    "published": ("발행일", "Published"),
    "original-publication": ("처음 실린 곳", "Original publication"),
    "written-in": ("작성 언어", "Language"),
    "translation-of": ("번역 원본", "Translation of"),
    "status": ("성격", "Status"),
    "rights": ("이용 조건", "Rights"),
    "web-address": ("주소", "Address"),
    "language-ko": ("한국어", "Korean"),
    "language-en": ("영어", "English"),
    "language-ru": ("러시아어", "Russian"),
    "language-zh": ("중국어", "Chinese"),
    "language-ja": ("일본어", "Japanese"),
    "original-file": ("원본 파일", "Original file"),
    "show-traces": ("인쇄된 행 끝 표시", "Show printed line ends"),
    "hide-traces": ("행 끝 표시 감추기", "Hide printed line ends"),
    "traces-shown": (
        "⏎ 표시는 인쇄된 행이 끝난 자리입니다. 쪽머리도 함께 보입니다.",
        "The sign ⏎ marks where a printed line ended. Page heads are shown, too.",
    ),
    "seam-title": ("{line}행이 여기서 시작합니다: {join} ({why})", "Line {line} begins here: {join} ({why})"),
    "seam-spoken": ("[{line}행]", "[line {line}]"),
    "body": ("본문", "Text"),
    "notes": ("각주", "Notes"),
    "note-n": ("각주 {n}", "Note {n}"),
    "open-reference": ("각주 {n}, 번호만 있고 내용은 실려 있지 않음", "Note {n}, number only; the note was not printed."),
    "open-references": ("각주 내용 없음", "Notes not printed"),
    "open-references-say": (
        "본문에 번호만 있고 내용은 실려 있지 않은 각주: {labels}",
        "Called in the text, but not printed in this document: {labels}",
    ),
    "back-to-text": ("본문으로 돌아가기", "Back to text"),
    "back-n": ("본문으로 돌아가기, 각주 {n}", "Back to text, note {n}"),
    "back-nth": ("본문으로 돌아가기 {letter}, 각주 {n}", "Back to text {letter}, note {n}"),
    "cited-sources": ("출처 {n}건", "{n} cited source|{n} cited sources"),
    "title": ("제목", "Title"),
    "author": ("저자", "Author"),
    "outlet": ("매체", "Outlet"),
    "pages": ("쪽", "Pages"),
    "place": ("발행지", "Place"),
    "accessed": ("검색일", "Date accessed"),
    "ibid": ("앞의 글", "Ibid."),
    "doubts": ("확인 필요 {n}건", "{n} point needs checking|{n} points need checking"),
    "chosen": ("찾은 대목", "This passage"),
    # Passage
    "passage": ("대목", "Passage"),
    "in-document": ("이 대목이 실린 문서", "From this document"),
    "notes-called": ("이 대목의 각주", "Notes to this passage"),
    "before": ("앞 대목", "Previous passage"),
    "after": ("뒤 대목", "Next passage"),
    "neighbours": ("앞뒤 대목", "Passages before and after"),
    # Passages and documents that are gone
    "passages": ("대목", "Passages"),
    "as-cited": ("인용 당시", "As cited"),
    "current": ("현재", "Current"),
    "around": ("그 자리 앞뒤의 대목", "Passages around its place"),
    "status-title": ("현재 문서에 없는 대목", "No longer in the document"),
    "status-gone": (
        "이 대목은 현재 문서에 없습니다. 인용 당시의 내용을 보여 드립니다.",
        "This passage is no longer in the document. Shown as cited.",
    ),
    "status-revised": ("인용 이후 이 대목이 수정되었습니다.", "Revised since cited."),
    "status-split": ("인용 이후 이 대목이 여러 대목으로 나뉘었습니다.", "This passage was split since it was cited."),
    "status-merged": ("인용 이후 이 대목이 다른 대목과 합쳐졌습니다.", "This passage was merged with another since it was cited."),
    "status-ambiguous": (
        "현재 문서에서 어느 대목인지 가릴 수 없습니다. 후보를 모두 보여 드립니다.",
        "It cannot be told which passage of today this is. All candidates are shown.",
    ),
    "status-same": ("이 대목은 자리를 옮겼습니다.", "This passage has moved."),
    "withdrawn": ("게재 철회", "Withdrawn"),
    "withdrawn-since": (
        "이 문서는 {since}부터 게재가 철회되었습니다. 까닭: {reason}",
        "This document was withdrawn on {since}. Reason: {reason}",
    ),
    # Printed lines
    "line": ("{n}행", "line {n}"),
    "lines": ("{first}–{last}행", "lines {first}–{last}"),
    "printed-of": ("인쇄된 행: {title}", "As printed: {title}"),
    "line-number": ("행", "Line"),
    "page": ("쪽", "Page"),
    "printed": ("인쇄된 글", "Printed"),
    "join": ("앞 행과 잇기", "Joined to the line before"),
    "join-glue": ("붙여 이음", "joined without a space"),
    "join-space": ("띄어 이음", "joined with a space"),
    "as-read": ("이렇게 읽었습니다", "Read as"),
    "lines-say": (
        "파일에서 뽑은 그대로의 행입니다. ␣는 행의 처음과 끝에 있는 빈칸입니다. 굵은 번호가 이 대목의 행입니다.",
        "The lines as they were extracted from the file. ␣ is a space at a line’s edge. Bold numbers are this passage’s lines.",
    ),
    "all-lines-say": (
        "파일에서 뽑은 그대로의 행입니다. ␣는 행의 처음과 끝에 있는 빈칸입니다.",
        "The lines as they were extracted from the file. ␣ is a space at a line’s edge.",
    ),
    "all-lines": ("문서의 모든 행 보기", "All lines of the document"),
    "why-trailing space": ("행 끝의 빈칸", "space at the line end"),
    "why-model": ("형태소 분석", "morphological analysis"),
    "why-document": ("이 문서의 다른 쓰임", "the document’s own usage"),
    "why-line break of the page": ("원본의 줄바꿈", "line break of the page"),
    "why-hyphen at the line end": ("행 끝의 붙임표", "hyphen at the line end"),
    "why-rule": ("규칙: {rule}", "rule: {rule}"),
    # Lists
    "document": ("문서", "Document"),
    "sort-date": ("발행일순", "By date"),
    "sort-title": ("제목순", "By title"),
    "sort-added": ("들어온 순", "By arrival"),
    "sorting": ("정렬", "Sort"),
    "no-documents": ("문서가 없습니다.", "There are no documents."),
    "problems-say": (
        "문서를 읽으면서 분명하지 않았던 곳입니다. 인쇄된 행과 원본을 보고 판단해 주십시오.",
        "Places that were not clear when the documents were read. Please judge them by the printed lines and the original.",
    ),
    "no-problems": ("확인할 것이 없습니다.", "There is nothing to check."),
    "doubt": ("구분", "Kind"),
    "all": ("모두", "All"),
    "filters": ("좁혀 보기", "Filter"),
    "apply": ("적용", "Apply"),
    "clear": ("선택 해제", "Clear"),
    "n-doubts": ("{n}건", "{n} point|{n} points"),
    "csv": ("CSV 내려받기", "Download CSV"),
    "where": ("자리", "Place"),
    "message": ("내용", "What"),
    "remedy": ("할 일", "What to do"),
    "file": ("파일", "File"),
    "first-line": ("첫 행", "First line"),
    "last-line": ("끝 행", "Last line"),
    "doubt-ref-open": ("내용 없는 각주 번호", "Reference without note"),
    "doubt-note-uncalled": ("번호 없는 각주", "Note never called"),
    "doubt-note-gap": ("빠진 각주", "Missing note"),
    "doubt-label-twice": ("겹친 각주 번호", "Label used twice"),
    "doubt-text-cut": ("끝이 잘린 글", "Text cut off"),
    "doubt-figure-caption-only": ("제목만 있는 그림", "Caption without figure"),
    "doubt-table-missing": ("읽지 못한 표", "Table not read"),
    "doubt-table-uneven": ("칸 수가 다른 행", "Uneven table row"),
    "doubt-table-cell-empty": ("빈 행", "Empty table row"),
    "doubt-join-doubtful": ("분명하지 않은 행 잇기", "Doubtful join"),
    "doubt-invalid-characters": ("잘못된 글자", "Invalid characters"),
    "doubt-lost-characters": ("잃은 글자", "Lost characters"),
    "doubt-table-too-large": ("너무 큰 표", "Table too large"),
    # Help
    "help-lead": ("낱말을 그냥 나란히 쓰면 됩니다. 조사는 붙여도 떼어도 같습니다.", "Just type words side by side. Korean particles make no difference."),
    "help-examples": ("검색어 쓰는 법", "How to search"),
    "help-fields": ("항목을 정해 찾기", "Fields"),
    "help-query": ("이렇게 쓰면", "Type this"),
    "help-meaning": ("이렇게 찾습니다", "to find"),
    "help-words": ("이 낱말들이 있는 대목. 많이 들어 있을수록 앞에 나오고, 빠진 낱말은 결과에 적힙니다.", "passages with these words, those with most of them first; missing words are named"),
    "help-quote": ("띄어쓰기가 달라도 이 말이 그대로 이어진 대목", "exactly these words, whatever the spacing"),
    "help-and": ("두 낱말이 모두 있는 대목", "passages that have both"),
    "help-or": ("어느 한쪽이라도 있는 대목", "passages that have either"),
    "help-not": ("뒤의 낱말이 없는 대목", "passages without the second word"),
    "help-group": ("괄호로 묶어 찾기", "groups, in parentheses"),
    "help-title": ("제목에 이 말이 있는 문서의 대목", "passages of documents with this word in the title"),
    "help-author": ("저자", "author"),
    "help-publisher": ("발행처", "publisher"),
    "help-outlet": ("각주가 인용한 매체", "outlet that a note cites"),
    "help-year": ("발행 연도, 또는 연도의 범위", "year of publication, or a range of years"),
    "help-language": ("작성 언어", "language of the text"),
    "help-note": ("각주에서만 찾기", "in notes only"),
    "help-table": ("표에서만 찾기", "in tables only"),
    "help-reading": ("읽고 인용하기", "Reading and citing"),
    "help-reading-1": (
        "각주 번호를 누르면 각주가, 각주의 ‘본문으로 돌아가기’를 누르면 본문이 나옵니다. 미주도 각주라고 부릅니다.",
        "A note number leads to the note, and ‘Back to text’ leads back. Endnotes are called notes, too.",
    ),
    "help-reading-2": (
        "대목마다 옆에 행 번호와 ¶가 있습니다. 행 번호를 누르면 그 대목을 읽어 낸 인쇄된 행이, ¶를 누르면 대목의 주소가 나옵니다.",
        "Beside each passage stand its line numbers and a ¶. The line numbers lead to the printed lines it was read from, the ¶ to its address.",
    ),
    "help-reading-3": (
        "주소는 다섯 글자 둘로 되어 있습니다. 한 글자가 틀리면 다른 대목이 열리는 대신 틀렸다고 알려 드립니다.",
        "An address is two groups of five letters. If one letter is wrong you are told so; no other passage opens.",
    ),
    "help-keys": ("자판의 / 를 누르면 검색창으로 갑니다.", "The / key goes to the search box."),
    # About
    "about-1": (
        "각주는 여러 언어로 된 연구 보고서를 모아 두고, 대목을 찾아 각주와 함께 읽고 주소로 인용하게 하는 문서고입니다.",
        "Gakju is a bilingual archive of research briefs: find a passage, read it with its notes, cite it by its address.",
    ),
    "about-2": (
        "화면의 글은 파일의 인쇄된 행을 이어 읽은 것입니다. 어느 대목에서든 그 대목을 읽어 낸 행과 원본 파일을 볼 수 있습니다.",
        "What you read is made from the printed lines of each file. From any passage you can see those lines, and the original file.",
    ),
    "about-3": (
        "이 문서고에는 로그인이 없습니다. 이 주소에 닿는 사람은 누구나 모든 글을 읽을 수 있습니다.",
        "There is no login. Whoever reaches this address can read everything.",
    ),
    "about-4": (
        "글의 권리는 각 발행처에 있습니다. 이용 조건은 문서의 서지정보에 적혀 있습니다.",
        "The texts belong to their publishers. The terms of use stand in each document’s catalogue data.",
    ),
    "for-machines": ("기계로 읽기", "For machines"),
    "for-machines-say": ("검색 결과를 JSON으로 받을 수 있습니다:", "Search results as JSON:"),
    # Errors
    "error-400": ("검색어를 이해하지 못했습니다", "The query could not be understood"),
    "error-404": ("찾을 수 없습니다", "Not found"),
    "error-500": ("오류가 생겼습니다", "Something went wrong"),
    "error-503": ("검색을 준비하고 있습니다", "The search is not ready"),
    "error-other": ("요청을 처리하지 못했습니다", "The request could not be answered"),
    "not-here": ("이 주소에는 아무것도 없습니다.", "There is nothing at this address."),
    "no-document": ("이 문서고에 그런 문서가 없습니다.", "There is no such document in this archive."),
    "no-passage": (
        "이 문서고에 그런 대목이 없습니다. 임시 주소라서 문서가 바뀌면서 사라졌을 수 있습니다.",
        "There is no such passage in this archive. Addresses are provisional: it may have gone when its document changed.",
    ),
    "address-slip": (
        "주소 “{address}”에 잘못 적힌 글자가 있습니다. 한 글자가 틀렸거나 두 글자가 뒤바뀌었습니다.",
        "The address “{address}” has a slip in it: a letter is wrong, or two are swapped.",
    ),
    "no-address": (
        "“{address}”는 이 문서고의 주소가 아닙니다. 주소는 7k4m2-93xch처럼 생겼습니다.",
        "“{address}” is not an address of this archive. Addresses look like 7k4m2-93xch.",
    ),
    "compare-address": ("원래 주소와 한 글자씩 견주어 보십시오.", "Please compare it with the original, letter by letter."),
    "wrong-host": (
        "이 서버는 이 컴퓨터의 주소로만 답합니다. 다른 주소로 열려면 GAKJU_BASE_URL에 그 주소를 적어 주십시오.",
        "This server answers to this computer’s own addresses only. To open it under another, name that in GAKJU_BASE_URL.",
    ),
    "our-fault": ("문제가 기록되었습니다. 잠시 후 다시 시도해 주십시오.", "The problem was logged. Please try again in a moment."),
    "store-fault": ("문서고의 데이터베이스를 읽지 못했습니다.", "The archive’s database could not be read."),
    "index-missing": ("아직 색인이 없거나 색인이 이 판과 맞지 않습니다. 다음 명령을 실행해 주십시오.", "There is no index yet, or it does not fit this version. Please run this command."),
    "query-too-long": ("검색어가 {length}자입니다. {most}자까지 쓸 수 있으니, 드문 낱말만 골라 검색해 주십시오.", "The query has {length} characters; {most} at most. Search for its rarest words."),
    "query-too-many": ("검색어에 낱말이 너무 많습니다. {most}개까지 쓸 수 있습니다.", "The query has too many parts: {most} words at most."),
    "query-no-word": ("검색어 “{query}”에 찾을 낱말이 없습니다. 낱말이나 이름, 숫자를 적어 주십시오.", "There is no word to look for in “{query}”. Type a word, a name or a number."),
    "query-no-content": ("검색어에 찾을 낱말이 없습니다. 조사나 기호만으로는 찾을 수 없습니다.", "The query has no word that can be looked for, only signs or particles."),
    "query-only-not": ("뺄 말만 있습니다. ‘포탄 -미사일’처럼 찾을 낱말도 적어 주십시오.", "The query only says what to leave out. Add a word to look for, as in 포탄 -미사일."),
    "query-no-value": ("‘{field}:’ 바로 뒤에 찾을 값을 적어 주십시오. 예: {example}", "‘{field}:’ needs a value right after it, as in {example}."),
    "query-no-place": ("‘in:{value}’라는 곳은 없습니다. in:각주, in:표, in:본문 가운데 하나를 적어 주십시오.", "‘in:{value}’ is not a place: in:note, in:table or in:body."),
    "query-no-year": ("‘{value}’는 연도가 아닙니다. 연도:2024 또는 연도:2023-2025처럼 적어 주십시오.", "‘{value}’ is not a year. Write year:2024 or year:2023-2025."),
    "query-too-deep": ("괄호가 너무 깊습니다. {most}겹까지 쓸 수 있습니다.", "Parentheses are nested too deep: {most} at most."),
    "query-bare-not": ("NOT 뒤에는 낱말이 있어야 합니다. 예: 포탄 NOT 미사일", "NOT needs a word after it, as in 포탄 NOT 미사일."),
    "query-other": ("검색어를 고쳐 주십시오: {message}", "Please change the query: {message}"),
}  # fmt: skip

_INDEX = {"ko": 0, "en": 1}
KO_NUMERALS = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열")
EN_NUMERALS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Texts:
    """The words of one language. Call it with a key and fillings."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._index = _INDEX[language]

    def __contains__(self, key: str) -> bool:
        return key in TEXTS

    def __call__(self, key: str, **fillings: object) -> Markup:
        """The text of a key. Fillings are escaped."""
        return Markup(TEXTS[key][self._index]).format(**fillings)

    def count(self, key: str, n: int) -> Markup:
        """The text of a key for so many things."""
        forms = TEXTS[key][self._index].split("|")
        return Markup(forms[0] if n == 1 else forms[-1]).format(n=f"{n:,}")

    def reason(self, why: str) -> Markup:
        """Why two printed lines were joined as they were."""
        key = f"why-{why}"
        return self(key) if key in TEXTS else self("why-rule", rule=why)

    def all_of(self, n: int) -> str:
        """세 낱말을 모두 / all three words."""
        if self.language == "ko":
            return f"{_numeral(KO_NUMERALS, n)} 낱말을 모두"
        return "both words" if n == 2 else f"all {_numeral(EN_NUMERALS, n)} words"


def _numeral(numerals: tuple[str, ...], n: int) -> str:
    return numerals[n] if n < len(numerals) else str(n)
