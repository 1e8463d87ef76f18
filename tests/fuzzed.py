"""What may anybody send? Queries, paths, parameters and headers of every kind, drawn from a seed.

The same seed gives the same: a failing one is named by its number.
"""

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from random import Random
from typing import Any
from urllib.parse import quote

# Words that documents have, so that what is drawn is also found.
WORDS = (
    *(
        "두만강",
        "다리",
        "나루터",
        "철도",
        "협정",
        "북한",
        "러시아",
        "북·러",
        "미사일",
        "2024년",
        "10월",
        "제4조",
        "50만",
        "kg",
        "110억",
        "달러",
    ),
    *("Tumen", "bridge", "North", "Korea", "US", "us", "Lavrov", "treaty", "KN-23"),
    *("Туманган", "мост", "Россия", "КНДР", "Лавров", "俄罗斯", "朝鲜", "图们江", "豆滿江", "金正恩", "通美封南"),
)
OPERATORS = (
    *("AND", "OR", "NOT", "-", "--", "(", ")", "((", "))", '"', "“", "”", "*", "핵*", ":", "：", "（", "）", "＂", "'"),
    *("제목:", "연도:", "year:", "title:", "document:", "문서:", "kind:", "outlet:", "language:", "in:", "author:"),
    *("연도:2023-2025", "year:9999999", "year:-1", "연도:0", 'title:"', "http://", "p/", "/d/", "「", "」", "『", "《"),
)
RANGES = (
    *((0x20, 0x7E), (0xA0, 0x17F), (0x370, 0x3FF), (0x400, 0x4FF), (0x590, 0x5FF), (0x600, 0x6FF), (0x900, 0x97F)),
    *((0xE00, 0xE7F), (0x1100, 0x11FF), (0x2000, 0x206F), (0x2070, 0x209F), (0x2460, 0x24FF), (0x2E80, 0x2FDF)),
    *((0x3000, 0x30FF), (0x3130, 0x318F), (0x3200, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA960, 0xA97F)),
    *((0xAC00, 0xD7A3), (0xD7B0, 0xD7FF), (0xD800, 0xDFFF), (0xE000, 0xE010), (0xF900, 0xFAFF), (0xFB00, 0xFDFF)),
    *((0xFE00, 0xFE6F), (0xFF00, 0xFFEF), (0x1D400, 0x1D7FF), (0x1F1E6, 0x1F1FF), (0x1F300, 0x1FAFF)),
    (0x20000, 0x2FA1F),
    *((0x300, 0x36F), (0xE0000, 0xE007F), (0, 0x1F), (0x7F, 0x9F)),
)  # fmt: skip
JAMO = ((0x1100, 0x11FF), (0x3131, 0x318E), (0xA960, 0xA97C), (0xD7B0, 0xD7FB), (0xFFA1, 0xFFDC))


def query(random: Random) -> str:
    """Something that may be typed: parts of every kind, with and without spaces, up to far too long."""
    parts = [random.choice(_PARTS)(random) for _ in range(random.choice((1, 1, 2, 3, 5, 8, 13, 40)))]
    return random.choice((" ", "", " ", "  ", "·", "\n", "\u200b")).join(parts)


def _sign(random: Random, ranges: Sequence[tuple[int, int]] = RANGES) -> str:
    return chr(random.randint(*random.choice(ranges)))


def _of_one_script(random: Random) -> str:
    script = random.choice(RANGES)
    return "".join(_sign(random, (script,)) for _ in range(random.randint(1, 12)))


def _of_any(random: Random) -> str:
    return "".join(_sign(random) for _ in range(random.randint(1, 12)))


def _syllables_and_jamo(random: Random) -> str:
    kinds = (*JAMO, (0xAC00, 0xD7A3))
    return "".join(_sign(random, kinds) for _ in range(random.randint(1, 8)))


def _marked(random: Random) -> str:
    """Letters under combining marks, joiners and changes of direction."""
    marks = "\u0301\u0308\u20dd\ufe0f\u200d\u202e\u2066\u2069\u3099\u302e\u115f\u1160\u3164"
    return "".join(letter + random.choice(marks) for letter in random.choice(WORDS))


def _long(random: Random) -> str:
    return random.choice((_sign, lambda drawn: drawn.choice(WORDS)))(random) * random.choice((40, 300, 1_200))


def _cut(random: Random) -> str:
    word = random.choice(WORDS)
    at = random.randrange(len(word))
    return word[:at] + _sign(random, JAMO) + word[at + random.randint(0, 1) :]


def _han_run(random: Random) -> str:
    return "".join(_sign(random, ((0x4E00, 0x9FFF),)) for _ in range(random.choice((2, 5, 30, 300))))


def _number(random: Random) -> str:
    units = ("", "년", "월", "%", "억", "만 톤", "km", "조", "-", "/", ".", ",", "차", "年", "th")
    return "".join(f"{random.randint(0, 10 ** random.randint(1, 9))}{random.choice(units)}" for _ in range(3))


_PARTS: tuple[Callable[[Random], str], ...] = (
    *[lambda random: random.choice(WORDS)] * 6,
    *[lambda random: random.choice(OPERATORS)] * 4,
    lambda random: random.choice(OPERATORS) + random.choice(WORDS),
    *(_of_one_script, _of_one_script, _of_any, _syllables_and_jamo, _syllables_and_jamo),
    *(_marked, _long, _cut, _cut, _han_run, _number),
)  # fmt: skip


METHODS = (
    *["GET"] * 12,
    "HEAD",
    "OPTIONS",
    "POST",
    "PUT",
    "DELETE",
    "PATCH",
    "TRACE",
    "CONNECT",
    "PROPFIND",
    "get",
    "X",
)
PARAMETERS = (
    *["q"] * 20,
    *("page", "lang", "sort", "p", "to", "from", "traces", "match", "exact", "without", "document", "kind"),
    *("limit", "offset", "facets", "permalink", "verb", "metadataPrefix", "identifier", "until", "set"),
    *("resumptionToken", "a", "order", "form", "title", "v", "author", "outlet", "year", "", "q[]", "ｑ", "__proto__"),
)
VALUES = (
    *("", "0", "1", "2", "-1", "99999", "999999999999999999999", "1e9", "0x10", "１", "٣", "NaN", "true", "null", "ko"),
    *("en", "ru", "all", "any", "date", "relevance", "oai_dc", "ListRecords", "GetRecord", "ListIdentifiers"),
    *("Identify", "2024-01-01", "2024-13-45T99:99:99Z", "../../etc/passwd", "<script>", "%00", "'; DROP TABLE"),
)
HEADERS: Mapping[str, tuple[str, ...]] = {
    "RANGE": ("bytes=0-0", "bytes=-1", "bytes=9999999-", "bytes=5-1", "bytes=a-b", "bytes=0-1,4-5,9-", "lines=1", "x"),
    "IF_NONE_MATCH": ("*", 'W/"x"', '"', 'W/"' + "é" * 40, ",,,"),
    "IF_MODIFIED_SINCE": ("Thu, 01 Jan 1970 00:00:00 GMT", "yesterday", "Fri, 31 Feb 99999 99:99:99 GMT"),
    "IF_RANGE": ('"x"', "Thu, 01 Jan 1970 00:00:00 GMT", "?"),
    "ACCEPT_LANGUAGE": ("ko", "en;q=0.1,ko;q=9", "xx-" + "y" * 300, ";;q=", "*", "ko;q=nan", "zh-Hant-TW, ru"),
    "ACCEPT_ENCODING": ("gzip", "zstd, br;q=0", "identity;q=0, *;q=0", "gzip;q=x"),
    "ACCEPT": ("application/json", "*/*;q=", "text/html;level=1"),
    "COOKIE": ("gakju_language=en", "gakju_language=\xff", "a" * 4000, "=;=;=", "gakju_language=<x>"),
    "HOST": ("localhost", "127.0.0.1:99999", "evil.example", "[::1]", "[::1", "a b", "", "localhost\xff", "host:port"),
    "X_FORWARDED_FOR": ("1.2.3.4", "nonsense, 1.2.3.4", "[::1]:80"),
    "X_FORWARDED_PROTO": ("https", "gopher"),
    "X_REQUEST_ID": ("abc-123", "a\r\nSet-Cookie: x", "x" * 500, "\xff"),
    "EXPECT": ("100-continue", "the-unexpected"),
    "CONTENT_ENCODING": ("gzip",),
    "ORIGIN": ("null", "https://elsewhere.example"),
    "REFERER": ("://", "http://[::1"),
    "USER_AGENT": ("", "\xff\xfe", "Mozilla/5.0"),
    "ACCESS_CONTROL_REQUEST_METHOD": ("DELETE",),
}  # fmt: skip


def environ(random: Random, rules: Sequence[str], known: Sequence[str]) -> dict[str, Any]:
    """A request as a server hands it on (PEP 3333): one of these rules of addresses, its places filled with what is
    `known` to be there or with anything; odd parameters, methods, headers and bodies."""
    path = re.sub(r"<[^>]+>", lambda place: _place(random, known), random.choice(rules))
    if random.random() < 0.1:
        path += random.choice(("/", "//", "/..", ".json", "%", "?", ";x", "/original", query(random)))
    pairs = [(random.choice(PARAMETERS), _value(random, known)) for _ in range(random.choice((0, 1, 1, 2, 5)))]
    asked = "&".join(f"{quote(name)}={_quoted(random, value)}" for name, value in pairs)
    body = random.choice((b"", b"", b"verb=Identify", b"\xff\x00" * 20, b"{", b"x" * 70_000))
    method = random.choice(METHODS)
    found = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path.encode("utf-8", "surrogatepass").decode("latin-1"),
        "QUERY_STRING": asked,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": random.choice(("HTTP/1.1", "HTTP/1.1", "HTTP/1.0")),
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": random.choice(
            ("", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "é")
        ),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "HTTP_HOST": "localhost:8000",
    }
    for name in random.sample(sorted(HEADERS), random.choice((0, 0, 1, 3))):
        found["HTTP_" + name] = random.choice(HEADERS[name])
    return found


def _place(random: Random, known: Sequence[str]) -> str:
    drawn = random.random()
    if drawn < 0.6:
        return random.choice(known)
    if drawn < 0.8:
        return random.choice(known)[: random.randint(0, 9)] + random.choice(("", "x", "-", "@2", "@0", "은", "%2f"))
    return random.choice((*VALUES, query(random)[:300]))


def _value(random: Random, known: Sequence[str]) -> str:
    drawn = random.random()
    return query(random) if drawn < 0.5 else random.choice(VALUES if drawn < 0.8 else known)


def _quoted(random: Random, value: str) -> str:
    data = value.encode("utf-8", "surrogatepass")
    return quote(data[: random.randint(0, len(data))] if random.random() < 0.1 else data)
