"""Which endings may follow the same letters in forms of one Russian word? The paradigms, a row each.

A row says after which letters its endings stand, and the endings, where "-" is none. What a reader of news does not
meet is left out of verbs: commands, and the first person after few letters, which are forms of nouns more often.
Source: Русская грамматика (1980), §§ 1182-1216 (nouns, surnames), 1303-1307 (adjectives), 1474-1530 (verbs),
1577-1590 (participles, gerunds) and 1424-1441 (aspects).
"""

from dataclasses import dataclass

VOWELS = "аеиоуыэюя"
_HUSHING = "жчшщ"
_VELAR = f"гкх{_HUSHING}"  # after which и stands for ы
_HARD = "ый ой ая ое ые ого ому ым ом ою ую ых ыми"
_SOFT = "ий яя ее ие его ему им ем ей ею юю их ими"
_MIXED = "ий ой ая ое ее ие ого его ому ему им ом ем ей ою ею ую их ими"
_PARTICIPLE = "ий ая ее ие его ему им ем ей ею ую их ими"


@dataclass(frozen=True, slots=True)
class Paradigm:
    """Endings of one word: after letters that end in one of `after`, at least `shortest` of them."""

    after: tuple[str, ...]  # none: after any
    endings: frozenset[str]
    shortest: int


# (the letters after which they stand, or any; endings).
_NOUNS = (
    ("", "- а у ом е ы ов ам ами ах ем ей ев"),  # мост, месяц
    (_VELAR, "- а у ом е и ов ам ами ах ем ей"),  # банк, врач
    ("", "а ы е у ой ою - ам ами ах ей"),  # ракета, граница
    (_VELAR, "а и е у ой ою - ам ами ах ей"),  # сделка
    (VOWELS, "й я ю ем е и ев ям ями ях"),  # Китай
    ("", "ь я ю ем е и ей ям ями ях"),  # уголь
    ("", "ь и ью ей ям ями ях"),  # нефть
    (_HUSHING, "ь и ью ей ам ами ах"),  # ночь
    ("", "ия ии ию ией ий иям иями иях"),  # Россия
    ("", "ие ия ию ием ии ий иям иями иях"),  # соглашение
    ("", "ье ья ью ьем ий ьям ьями ьях"),  # побережье
    ("", "я и е ю ей ею ь й ям ями ях"),  # неделя, Корея
    ("н", "я и е ю ей ею - ям ями ях"),  # башня
    ("", "ья ьи ью ье ьей ей ьям ьями ьях"),  # статья
    ("", "о а у ом е - ам ами ах"),  # государство
    ("", "е я ю ем и ей ям ями ях"),  # море
    ("", "мя мени менем мена мен менам менами менах"),  # время
    ("ая", "нин нина нину нином нине не н нам нами нах"),  # гражданин
    ("", "ец йца йцу йцем йце йцы йцев йцам йцами йцах"),  # кореец
    ("", "ец ьца ьцу ьцем ьце ьцы ьцев ьцам ьцами ьцах"),  # владелец
    ("вн", "- а у ым е ы ых ыми ой"),  # Лавров, Путин
)
_ADJECTIVES = (
    ("", _HARD),  # новый
    (_VELAR, _MIXED),  # китайский, общий
    ("", _SOFT),  # синий
    (_HUSHING, " ".join(f"{ending}ся" for ending in _MIXED.split())),  # развивающийся
    ("", "ий ья ье ьи ьего ьему ьим ьем ьей ью ьих ьими"),  # третий
)


def _each(before: str, endings: str) -> str:
    return " ".join(before + ending for ending in endings.split())


def _past(vowel: str) -> str:
    """From the infinitive's stem: подписать, подписал, подписав, подписавший."""
    return _each(vowel, f"ть л ла ло ли в вши {_each('вш', _PARTICIPLE)}")


def _present(endings: str, participle: str = "") -> str:
    """From the present's stem: ставит, ставят, ставящий; the participle's letters before its own endings."""
    return f"{endings} {_each(participle, _PARTICIPLE)}" if participle else endings


def _passive(letters: str, short: bool = True) -> str:
    """подписан, подписанный, of its letters with one н."""
    forms = _each(f"{letters}н", _HARD)
    return f"{forms} {letters} {_each(letters, 'а о ы')}" if short else forms


def _passive_in_t(letters: str) -> str:
    """принят, принятый, of its letters with the т."""
    return f"{_each(letters, _HARD)} {letters} {_each(letters, 'а о ы')}"


def _lasting(vowel: str) -> str:
    """The verbs in -ать or -ять of the first conjugation: сообщает, сообщая, сообщающий, сообщаемый."""
    present = _each(vowel, _present("ет ют ем ешь ете ю я", "ющ"))
    return f"{_past(vowel)} {present} {_each(f'{vowel}ем', _HARD)}"


def _ending_in_it(before: str, soft: str, *lasting: str, they: str = "ят") -> str:
    """The verbs in -ить: обсудить, обсудят, обсуждён, обсуждать. `before` stands there in the infinitive; `soft` for
    it in the passive, in each way that occurs ("-" is nothing); `lasting` before -ть in the partner of the other
    aspect."""
    present = _present(f"ит {they} ишь" if they == "ат" else "ит ят им ишь", f"{they[0]}щ")
    own = _each(before, f"{_past('и')} {present}")
    passive = (_passive(f"{one.strip('-')}ен") for one in soft.split())
    return " ".join([own, *passive, *map(_lasting, lasting)])


# (the letters after which they stand, or any; how many at least; endings).
_VERBS = (
    ("ая", 3, f"{_past('')} {_present('ет ют ешь ете', 'ющ')} {_passive('н', short=False)}"),  # работать, заявлять
    ("ая", 4, f"{_lasting('')} {_passive('н')}"),
    ("еу", 3, f"{_past('')} {_present('ет ют ешь ете', 'ющ')}"),  # иметь
    ("", 3, f"{_past('а')} {_passive('ан')} {_lasting('ыва')}"),  # указать, указывать
    ("гкхжчшщ", 3, f"{_past('а')} {_passive('ан')} {_lasting('ива')}"),  # разыграть
    ("", 3, f"{_past('я')} {_passive('ян')} {_each('я', _present('ет ют', 'ющ'))} {_lasting('ива')}"),  # обстрелять
    # писать, указать, искать: the last consonant changes in the present
    (("пи",), 2, f"{_each('с', _past('а'))} {_passive('сан')} шет шут шем шешь шу {_lasting('сыва')}"),
    (("ка", "вя", "ре"), 2, f"{_each('з', _past('а'))} {_passive('зан')} жет жут жем жу {_lasting('зыва')}"),
    # -ить by the consonant before it
    ("бпвмф", 3, f"{_ending_in_it('', 'л', 'ля', 'лива')} лю"),  # заявить, заявлять
    ("", 3, f"{_ending_in_it('д', 'жд ж', 'жда', 'жива')} жу"),  # обсудить, обсуждать
    ("", 4, f"{_ending_in_it('т', 'щ', 'ща', 'щива')} щу"),  # запретить, запрещать
    ("", 4, f"{_ending_in_it('т', 'ч', 'ча', 'чива', 'тыва')} чу"),  # встретить, встречать
    ("", 3, f"{_ending_in_it('ст', 'щ', 'ща', 'щива')} щу"),  # разместить, размещать
    ("", 3, f"{_ending_in_it('с', 'ш', 'ша', 'шива')} шу"),  # повысить, повышать
    ("", 3, f"{_ending_in_it('з', 'ж', 'жа', 'жива')} жу"),  # снизить, снижать
    (_HUSHING, 3, _ending_in_it("", "-", "а", "ива", they="ат")),  # завершить, завершать
    ("нрл", 3, _ending_in_it("", "-", "я", "ива")),  # исполнить, исполнять
    (VOWELS, 3, _ending_in_it("", "-", "ива")),  # строить
    ("", 4, f"{_past('и')} ит ят я"),  # говоря
    (("пу",), 2, f"{_ending_in_it('ст', 'щ', 'ска')} щу"),  # запустить, запускать
    # -овать and -евать
    ("", 2, f"{_past('ова')} {_each('у', _present('ет ют ем ешь ю я', 'ющ'))} {_each('уем', _HARD)} {_passive('ован')}"
     f" {_lasting('овыва')}"),  # торговать, согласовывать
    ("", 2, f"{_past('ева')} {_each('ю', _present('ет ют ем я', 'ющ'))}"),  # воевать
    # the second conjugation in -ать, -еть, -ять
    (_HUSHING, 2, f"{_past('а')} {_present('ит ат ишь', 'ащ')} {_passive('ан')} {_lasting('ива')}"),  # держать
    ("дрст", 3, f"{_past('е')} {_present('ит ят им ишь', 'ящ')}"),  # зависеть
    ("е", 3, f"{_past('я')} {_present('ет ют ем', 'ющ')}"),  # надеяться
    (("бо",), 2, f"{_past('я')} {_present('ит ят им ишь', 'ящ')}"),  # бояться
    # -нуть
    ("", 3, f"{_past('ну')} нет нут нем нешь {_passive_in_t('нут')}"),  # вернуть
    ("гкх", 3, f"{_past('ну')} нет нут нем {_passive_in_t('нут')} ла ло ли {_lasting('а')} {_lasting('ива')}"),
    # о that is а in the partner of the other aspect
    (("ста",), 3, f"{_ending_in_it('нов', 'новл', 'навлива')} новлю"),  # установить
    (("раб",), 3, f"{_lasting('ота')} {_passive('отан')} {_lasting('атыва')}"),  # разработать
    (("см",), 2, f"{_past('отре')} {_present('отрит отрят отрим', 'отрящ')} {_passive('отрен')} {_lasting('атрива')}"),
    (("гов",), 3, _ending_in_it("ор", "ор", "арива")),  # договориться
    (("гот",), 3, f"{_ending_in_it('ов', 'овл', 'овля', 'авлива')} овлю"),  # подготовить
    (("стр",), 3, _ending_in_it("о", "о", "аива")),  # устроить
    (("сп",), 2, _ending_in_it("ор", "ор", "арива")),  # оспорить
    (("пр",), 3, f"{_ending_in_it('ос', 'ош', 'ашива')} ошу"),  # запросить
    # verbs of their own, with what stands before them
    (("в",), 2, f"ести ел ела ело ели едет едут едем еду едя {_each('едш', _PARTICIPLE)} {_passive('еден')}"
     f" {_ending_in_it('од', '')} {_each('одим', _HARD)} ожу одя"),  # ввести, вводить
    (("в",), 2, f"езти ез езла езло езли езет езут езем езя {_each('езш', _PARTICIPLE)} {_passive('езен')}"
     f" {_ending_in_it('оз', '')} {_each('озим', _HARD)} озя"),  # ввезти, ввозить
    (("н",), 2, f"ести ес есла есло если есет есут есем еся {_each('есш', _PARTICIPLE)} {_passive('есен')}"
     f" {_ending_in_it('ос', '')} ося"),  # внести, вносить
    (("при", "на", "вы", "от"), 2,
     f"{_past('зва')} зовет зовут зовем {_passive('зван')} {_lasting('зыва')}"),  # призвать, призывать
    (("кр",), 2, f"{_past('ы')} оет оют оем {_passive_in_t('ыт')} {_lasting('ыва')}"),  # открыть, открывать
    (("ид",), 2, f"ти ет ут ем у я {_each('ущ', _PARTICIPLE)}"),  # идти
    (("нес", "вез"), 3, f"ти - ла ло ли ет ут ем у я {_each('ш', _PARTICIPLE)} {_passive('ен')}"),  # внести
    (("при",), 3, f"йти дет дут дем ду дя шел шла шло шли {_each('шедш', _PARTICIPLE)}"),
    (("на", "по", "за", "до", "вы", "про", "пере"), 2,
     f"йти йдет йдут йдем йду йдя шел шла шло шли {_each('шедш', _PARTICIPLE)} {_passive('йден')}"),
    (("об", "от", "под", "раз", "с"), 2,
     f"ойти ойдет ойдут ойдем ойдя ошел ошла ошло ошли {_each('ошедш', _PARTICIPLE)} {_passive('ойден')}"),
    (("при",), 3, f"{_past('ня')} мет мут мем му {_passive_in_t('нят')} {_lasting('нима')}"),
    (("за", "по", "на", "до", "пере"), 2,
     f"{_past('ня')} ймет ймут ймем {_passive_in_t('нят')} {_lasting('нима')}"),
    (("под", "от", "об", "с"), 2,
     f"{_past('ня')} нимет нимут нимем {_passive_in_t('нят')} {_lasting('нима')}"),
    (("на",), 2, f"{_past('ча')} чнет чнут чнем {_passive_in_t('чат')} {_lasting('чина')}"),  # начать
    (("да",), 2, f"{_past('')} ст дут дим дите {_passive('н')} {_past('ва')} ет ют ем ю {_each('ющ', _PARTICIPLE)}"
     f" {_each('ваем', _HARD)} вая"),  # передать, передавать
    (("зна",), 3, f"{_lasting('')} {_passive('н')} {_past('ва')} {_each('ваем', _HARD)} вая"),  # признать, признавать
    (("ста",), 3, f"{_past('')} нет нут нем ну {_past('ва')} ет ют вая"),  # стать, оставаться
    (("б",), 2, f"{_past('ы')} удет удут удем {_lasting('ыва')}"),  # прибыть, прибывать
    (("жи",), 2, f"{_past('')} вет вут вем {_each('вущ', _PARTICIPLE)} {_past('ва')} вает вают"),  # жить
    (("доб", "сб", "разб", "отб", "уб", "разв"), 2, f"{_past('и')} ьет ьют {_passive_in_t('ит')}"
     f" {_lasting('ива')}"),  # развить, сбивать
    (("мо",), 2, f"чь г гла гло гли жет гут жем гу {_each('гш', _PARTICIPLE)} {_each('гущ', _PARTICIPLE)}"
     f" {_lasting('га')}"),  # помочь, помогать
    (("вле",), 3, f"чь к кла кло кли чет кут {_passive('чен')} {_lasting('ка')}"),  # привлечь
    (("е",), 2, f"{_past('ха')} дет дут дем ду дущий дущие {_lasting('зжа')}"),  # приехать, приезжать
    (("вы", "воз", "пере", "про", "до"), 2,
     f"расти рос росла росло росли растет растут {_each('росш', _PARTICIPLE)} {_lasting('раста')}"),
)  # fmt: skip
# How reflexives begin that are verbs of their own: находится is not to find, оказаться not to render.
# Source: Ожегов, Шведова, Толковый словарь русского языка.
OTHER_REFLEXIVES = (
    "держ", "добив", "добил", "добит", "займ", "заним", "заня", "каж", "каз", "кас", "косн", "надо", "найд",
    "найти", "наход", "нашел", "нашл", "обой", "обош", "обрат", "обраща", "обход", "окаж", "оказ", "оста",
    "откаж", "отказ", "отнес", "относ", "отправ", "покаж", "показа", "прид", "прий", "приход", "пришл", "пыта",
    "скаж", "сказ", "случ", "собер", "собира", "собра", "состо", "справ", "станов", "стара", "удав", "удал",
    "удас", "удат", "явля",
)  # fmt: skip
_DECLINED = tuple(f"{letter}{ending}" for letter in "шщ" for ending in _PARTICIPLE.split())
# Letters after which other words stand oftener than forms of a verb: капитан and капитал, страна, случай, общая.
# Found among the 400,000 commonest forms of the language: those that met and were not one word.
NO_VERBS = frozenset({
    "бараб", "бараба", "да", "деб", "дива", "добра", "зава", "изъ", "изъя", "кан", "кана", "капит", "капита",
    "карав", "карава", "карм", "карма", "кург", "курга", "мембра", "мен", "мила", "морг", "морга", "наде",
    "насто", "норм", "норма", "обм", "обма", "общ", "обща", "обыча", "орг", "орга", "отва", "охр", "охра",
    "печ", "печа", "пол", "посто", "постоя", "прова", "промышл", "рестор", "рестора", "светла", "случа", "стр",
    "стра", "сувер", "тамо", "тамож", "тум", "тума", "ураг", "урага", "услов", "экр", "экра", "экстр",
})  # fmt: skip


def _verb(after: str | tuple[str, ...], shortest: int, endings: str) -> Paradigm:
    """A verb with its reflexive."""
    own = frozenset(endings.split())
    declined = frozenset(one for one in own if one.endswith(_DECLINED))
    reflexive = frozenset(f"{one}{'сь' if one[-1] in VOWELS and one not in declined else 'ся'}" for one in own - {"-"})
    return Paradigm(tuple(after), own | reflexive, shortest)


PARADIGMS = (
    *(Paradigm(tuple(after), frozenset(endings.split()), 2) for after, endings in (*_NOUNS, *_ADJECTIVES)),
    *(_verb(*row) for row in _VERBS),
)
FIRST_VERB = len(_NOUNS) + len(_ADJECTIVES)  # of the paradigms
