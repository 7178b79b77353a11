"""Characters that look right and are not are found and named; honest text of any kind is left alone."""

import string
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.language import LANGUAGES
from course.letters import _TWINS, MAX_ODD, SHOWN, Odd, describe, look_alike, odd_characters, odd_text, twin

BACK = {latin: chr(odd) for odd, latin in _TWINS.items() if "CYRILLIC" in unicodedata.name(chr(odd))}
words = st.text(string.ascii_letters, min_size=2, max_size=12)


def found(source: str, *names: str) -> list[tuple[str, str, int]]:
    return [(odd.written, odd.character, odd.line) for odd in odd_characters(source, names)]


# ------------------------------------------------------------------------------------------------- what is odd


@pytest.mark.parametrize(
    ("source", "due"),
    [
        ("def сlosed_form(x):\n    return x", [("сlosed_form", "с", 1)]),
        ("y = closed_fоrm(1)", [("closed_fоrm", "о", 1)]),
        ("х = 1\nprint(x)", [("х", "х", 1)]),
        ("def f(x):\n\n    return х**2 + х", [("х", "х", 3)]),
        ("np.ехр(1)", [("ехр", "е", 1)]),
        ("a = 2е-5", [("2е", "е", 1)]),
        ("lΟss = 1", [("lΟss", "Ο", 1)]),
        ("def f():\n    return 'сycles'", [("сycles", "с", 2)]),
        ('t = """one\ntwo\nthrее"""', [("thrее", "е", 3)]),
        ("r = 'ｃycles'", [("ｃycles", "ｃ", 1)]),
        ("print(f'{х} {x}')", [("х", "х", 1)]),
        ("print(“hi”)", [("“", "“", 1), ("”", "”", 1)]),
        ("x = 1\nprint('hi’)", [("’", "’", 2)]),
        ("x = 1 − 2", [("−", "−", 1)]),
        ("x = 1 – 2", [("–", "–", 1)]),
        ("x\u00a0= 1", [("\u00a0", "\u00a0", 1)]),
        ("\r\n\u200bx = 1", [("\u200b", "\u200b", 2)]),
        ("f（1）", [("（", "（", 1), ("）", "）", 1)]),
        ("y = x²", [("²", "²", 1)]),
        ("%%time\nprint(“hi”)", [("“", "“", 2), ("”", "”", 2)]),
    ],
)
def test_what_looks_right_and_is_not_is_named_with_its_line(source: str, due: list[tuple[str, str, int]]):
    assert found(source) == due


@pytest.mark.parametrize(
    "source",
    [
        "# it’s “fine” − х and pythonе\nx = 1",
        '"""Докстрока “с кавычками”, x-ось и pythonе."""\nx = 1',
        "def f(x):\n    'сycles in a docstring'\n    return x",
        "print('Потери: “много”, в pythonе')",
        "print('x\u00a0= 1 − 2, “quoted”')",
        "потери = 1\nшаг_x = потери",
        "х = 1\nprint(х)",
        "с, а, е = 1, 2, 3",
        "ρ_x = 1; dρ = 2; Δx = 3; σ = 4; θ0 = 5",
        "ｘ = 1\nprint(x)",
        "й = 1\nйод = й".replace("й", "й"),
        "%matplotlib “inline”\n!echo “x”",
        "%%html\n<p>“сycles”</p>",
        "print('10м', '5с', f'{t} с')",
        "label = 'λ = 0.1, Δx → 0'",
        "r'\\d' 'it\\'s “x”'",
    ],
)
def test_honest_text_is_left_alone(source: str):
    assert found(source) == []


def test_a_name_wholly_of_look_alike_letters_is_odd_where_its_latin_twin_is_wanted():
    assert found("def f(х): return х") == []
    assert found("def f(х): return х", "x") == [("х", "х", 1)]


@given(word=words, line=st.integers(0, 20), data=st.data())
def test_any_name_with_one_letter_exchanged_is_found(word: str, line: int, data: st.DataObject):
    places = [place for place, letter in enumerate(word) if letter in BACK]
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    odd = word[:place] + BACK[word[place]] + word[place + 1 :]
    source = "\n" * line + f"def {odd}(w):\n    return w\n"
    seen = look_alike(word, source)
    assert (seen.written, seen.character, seen.line) == (odd, BACK[word[place]], line + 1)
    assert found(source) == [(odd, BACK[word[place]], line + 1)]
    assert twin(odd) == word
    assert odd_text(odd, word).character == BACK[word[place]]


@given(source=st.text(string.printable), name=words)
def test_plain_ascii_is_never_odd(source: str, name: str):
    assert found(source, name) == []
    assert look_alike(name, source) is None


@given(source=st.text(), name=st.text())
@settings(max_examples=300)
def test_any_text_can_be_searched(source: str, name: str):
    for odd in (*odd_characters(source, [name]), *filter(None, [look_alike(name, source), odd_text(source, name)])):
        assert isinstance(odd, Odd) and len(odd.written) <= SHOWN
        assert 0 <= odd.line <= source.count("\n") + source.count("\r") + 1
        for lang in LANGUAGES:
            assert describe(odd, lang)
    assert look_alike(name, name) is None


def test_a_definition_is_named_before_a_use():
    assert look_alike("closed_form", "сlosed_form\ndef сlоsed_form(): pass").line == 2
    assert look_alike("closed_form", "x = сlosed_form").line == 1
    assert look_alike("closed_form", "# сlosed_form\nx = 'сlosed_form'") is None
    assert look_alike("closed_form", "def open_form(): pass") is None


def test_a_text_that_only_looks_like_another_is_told_from_one_that_differs():
    assert odd_text("cycles", "cycles") is None and odd_text("cycle", "cycles") is None
    assert odd_text("сусlеs", "cycles").character == "с"
    assert odd_text("сycles\u202e", "cycles").written == "сycles"
    assert odd_text("cycles\u200b", "cycles").character == "\u200b"
    assert odd_text("no\u00a0minimum", "no minimum").character == "\u00a0"


# -------------------------------------------------------------------------------------------------- hostile text

UNITS = [
    '"', "'", '"""', "'''", "\\", 'f"{', "{", "x“", "с_x", "\n'", '"\\\n', "(", "а\u0301\u0327", "%", "#", "\n%\n",
    'f"{с}" ', "\x00", "rb", "ﷺ", "\ud800", "\u202e", "с", "'с\n", '"""с\n', "np.с", "😀", "\r", "a\u0327\u0301",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
@pytest.mark.parametrize("ends", ["", "\\"], ids=ascii)
def test_the_time_for_hostile_text_grows_with_its_length_and_no_faster(unit: str, ends: str):
    def shortest_time(length: int) -> float:
        source, times = unit * (length // len(unit)) + ends, []
        for _ in range(2):  # the shortest is the one that was disturbed least
            start = time.process_time()
            assert len(odd_characters(source, ["x"])) <= MAX_ODD
            look_alike("closed_form", source)
            odd_text(source, source + "x")
            times.append(time.process_time() - start)
        return min(times)

    assert shortest_time(40_000) < 30 * max(shortest_time(4_000), 0.001)  # if it grew as a square: a hundred


# ------------------------------------------------------------------------------------------------------- words


def test_an_odd_character_is_described_in_both_languages():
    (odd,) = odd_characters("def сlosed_form(): pass")
    assert odd.name == "cyrillic small letter es"
    assert describe(odd, "en") == "“с” (a Cyrillic letter) in “сlosed_form”, line 1"
    assert describe(odd, "ru") == "«с» (кириллица) в «сlosed_form», строка 1"
    (odd,) = odd_characters("x = 1 − 2")
    assert describe(odd, "en") == "a minus sign or dash that is not the one on the keyboard (−), line 1"


def test_what_cannot_be_seen_is_not_shown():
    for hidden in "\u00a0\u200b\u202e\u2028":
        (odd,) = odd_characters(f"x = 1\ny {hidden} 2")
        for lang in LANGUAGES:
            assert hidden not in describe(odd, lang)


def test_a_long_word_is_shortened():
    (odd,) = odd_characters("c" * 100 + "с")
    assert len(odd.written) == SHOWN and odd.written.endswith("…")
