"""Which words of a question ask for nothing? Closed classes only.

Articles, prepositions, conjunctions, pronouns, auxiliaries and interrogatives. They stay in the index, since phrases
hold them; a query does not weigh them.

Sources: the closed classes as in Quirk et al., A Comprehensive Grammar of the English Language;
Русская грамматика (1980); for Korean the interrogatives of 표준국어대사전 that the model tags as content.
"""

from archive.text.inflection import base_form

ENGLISH = """a an the and or but nor so of in on at to from by for with without about into onto over under between
among against during before after since until through across behind beyond within upon per via as than that this
these those there here it its he his him she her they their them we our us you your i my me who whom whose which
what when where why how is are was were be been being am do does did done has have had having will would shall
should can could may might must not no if then because while although though whether both either neither each also
only just very too more most many much such up out off down again ever still already yet"""
RUSSIAN = """и а но или да же ли бы не ни в во на за к ко с со о об обо от до из изо у по под подо над при про без
для через между перед около после против среди ради кроме вместо как что чтобы если когда где куда откуда почему
зачем кто чей какой какая какое какие каков какова каково каковы
который которая которое которые это этот эта эти этого тот та то те его её ее
их он она оно они мы вы я ты нас вас им ей ему ними нём нем себя свой своя свои был была было были быть есть будет
будут является также тоже уже ещё еще только лишь более менее очень так там тут здесь все всё весь вся сколько"""
CHINESE = """的 了 和 与 與 及 或 在 于 於 是 有 也 都 就 而 但 从 從 到 对 對 向 为 為 被 把 将 將 吗 嗎 呢 什么
什麼 怎么 怎麼 哪 谁 誰 这 這 那"""
KOREAN = "어떻게 어떤 어떠하 무슨 무엇 몇 왜 언제 어디 얼마나 얼마 어느 누구 누가 및 또는 또 혹은 그리고 그러나"

_WORDS = " ".join((ENGLISH, RUSSIAN, CHINESE, KOREAN)).split()
STOP = frozenset((*_WORDS, *map(base_form, _WORDS)))


def asks_nothing(term: str) -> bool:
    """Is this term of the word stream a function word?"""
    return term in STOP
