"""A bed of notes that refer back to notes of several sources: which source is meant, or that it may be one of them.

All notes are invented. Each row: the notes before, the note, what it surely cites, what it may cite one of (the first
words of titles). `TUNED` was looked at while the rule was written, `HELD` was not.
"""

HONG = "홍길동, 「북쪽 항구」, 『항구연구』, 2020."
SONG = "성춘향, 「겨울 나루」, 『나루논집』, 2021."
HONG_2 = "홍길동, 「남쪽 항구」, 『항구연구』, 2022."
PARK = "Olena Park, “Winter Roads,” 38 North, May 3, 2022."
LEE = "Ashlee Kim, “Summer Ports,” 38 North, May 4, 2022."
NEWS = "“Порт на севере готов”(2024. 11. 1), РБК."
BOTH, PAIR, MIXED = f"{HONG}; {SONG}", f"{HONG}; {HONG_2}", f"{HONG}; {PARK}"
Row = tuple[tuple[str, ...], str, tuple[str, ...], tuple[str, ...]]

TUNED: tuple[Row, ...] = (
    ((BOTH,), "홍길동, 앞의 글, 3쪽.", ("북쪽",), ()),
    ((BOTH,), "성춘향, 앞의 글.", ("겨울",), ()),
    ((BOTH,), "위의 글, 12쪽.", (), ("북쪽", "겨울")),
    ((BOTH,), "Ibid.", (), ("북쪽", "겨울")),
    ((PAIR,), "홍길동, 앞의 글.", (), ("북쪽", "남쪽")),
    ((PAIR,), "홍길동, 「남쪽 항구」, 앞의 글.", ("남쪽",), ()),
    ((MIXED,), "Park, op. cit., p. 5.", ("Winter",), ()),
    ((f"{LEE}; {PARK}",), "Lee, op. cit., p. 5.", (), ()),
    ((BOTH,), "이몽룡, 앞의 글.", (), ()),
    ((BOTH, HONG_2), "성춘향, 앞의 글.", ("겨울",), ()),
    ((BOTH,), f"{NEWS}; 성춘향, 앞의 글, 3쪽.", ("Порт", "겨울"), ()),
    ((BOTH,), f"{NEWS}; 위의 글, 3쪽.", ("Порт",), ()),
    ((HONG,), "위의 글, 3쪽.", ("북쪽",), ()),
    ((BOTH, "위의 글, 2쪽."), "위의 글, 3쪽.", (), ("북쪽", "겨울")),
    ((BOTH, "성춘향, 앞의 글."), "위의 글, 3쪽.", (), ("북쪽", "겨울")),
)
HELD: tuple[Row, ...] = (
    ((f"{PARK}; {SONG}",), "Olena Park, op. cit.", ("Winter",), ()),
    ((f"{PARK}; {SONG}",), "성춘향, 앞의 논문, 8쪽.", ("겨울",), ()),
    ((f"{NEWS}; {HONG}",), "Там же.", (), ("Порт", "북쪽")),
    ((f"{NEWS}; {HONG}",), "홍길동, 전게서, 3면.", ("북쪽",), ()),
    ((f"{HONG}; {SONG}; {PARK}",), "Park, op. cit.", ("Winter",), ()),
    ((f"{HONG}; {SONG}; {PARK}",), "Ibid., p. 7.", (), ("북쪽", "겨울", "Winter")),
    ((f"{HONG}; {SONG}; {HONG_2}",), "홍길동, 앞의 글, 9쪽.", (), ("북쪽", "남쪽")),
    ((f"{HONG}; {SONG}; {HONG_2}",), "「겨울 나루」, 앞의 글.", ("겨울",), ()),
    ((PAIR,), "홍길동, 「북쪽 항구」, 앞의 글, 2쪽.", ("북쪽",), ()),
    ((PAIR, SONG), "홍길동, 앞의 글.", (), ("북쪽", "남쪽")),
    ((PAIR, SONG), "위의 글.", ("겨울",), ()),
    ((BOTH,), "길동, 앞의 글.", (), ()),
    ((f"{LEE}; {HONG}",), "Kim, op. cit., p. 2.", ("Summer",), ()),
    ((BOTH,), "See Hong, op. cit.", (), ()),
    ((f"{HONG}; {NEWS}", SONG), "홍길동, 앞의 글; 위의 글.", ("북쪽",), ()),
)
