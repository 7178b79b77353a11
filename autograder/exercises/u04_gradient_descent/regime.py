"""Name of what the path does on w**2 + 12."""

import math

from autograder.exercise import exercise
from autograder.judging.parts import gives, shuffled


@exercise(points=2)
def regime(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate == 0.5:
        return "one_step"
    if learning_rate < 1:
        return "oscillates"
    return "cycles" if learning_rate == 1 else "diverges"


regime.example(0.1)
regime.example(2.5)
regime.example(0.8)
regime.example(1.2)
regime.example(0.5)
regime.example(0)
regime.example(1.0)
regime.example(0.4999999999)  # who rounds is told so before it costs points

_BETWEEN = {"monotone": (0.0, 0.5), "oscillates": (0.5, 1.0), "diverges": (1.0, 50.0)}


def _rates(rng, word):
    """Return three rates of a regime: close to either end, and in the midst of it."""
    low, high = _BETWEEN[word]
    near = rng.uniform(1e-11, 2e-11, size=2)  # nobody may round, nor allow for a little
    return [float(rate) for rate in (low + near[0], high - near[1], low + rng.uniform(0.1, 0.4))]


for _word, _other in (("monotone", "diverges"), ("oscillates", "monotone"), ("diverges", "monotone")):

    @regime.probe("general", part=_word)
    def _(answer, rng, word=_word, other=_other):
        # Of the other regime it only counts that it has another word: a constant earns nothing.
        cases = [(rate, rate_of) for rate_of in (word, other) for rate in _rates(rng, rate_of)]
        if word == "diverges":
            cases.append((int(rng.integers(2, 9)), word))  # a whole number is a number
        return [answer(rate) if rate_of == word else gives(answer, (rate,), word) for rate, rate_of in shuffled(rng, cases)]


_AT_A_BORDER = 0.1  # credit: what is the same for everybody earns little, the three together less than a tenth


for _border, _word in ((0.0, "stays"), (0.5, "one_step"), (1.0, "cycles")):

    @regime.probe("edge", _AT_A_BORDER, part=_word)
    def _(answer, rng, border=_border, word=_word):
        beside = [rate for between in _BETWEEN for rate in _rates(rng, between)]
        at = int(border) if border % 1 == 0 and rng.random() < 0.5 else border
        return [answer(at), *(gives(answer, (rate,), word) for rate in beside)]


@regime.mistake(
    en=("The learning rates between ½ and 1 are called monotone.", "What is the sign of 1 − 2η for η = 0.8?"),
    ru=("Скорости обучения между ½ и 1 названы монотонными.", "Какой знак у 1 − 2η при η = 0.8?"),
)
def never_oscillates(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate == 0.5:
        return "one_step"
    if learning_rate < 1:
        return "monotone"
    return "cycles" if learning_rate == 1 else "diverges"


@regime.mistake(
    en=("η = 1 is counted as divergence.", "At η = 1 the weight goes from w to −w and back: does it grow?"),
    ru=("η = 1 отнесена к расходимости.", "При η = 1 вес ходит от w к −w и обратно. Растёт ли он?"),
)
def no_cycle(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate == 0.5:
        return "one_step"
    return "oscillates" if learning_rate < 1 else "diverges"


@regime.mistake(
    en=("η = ½ is called monotone.", "What is 1 − 2η there, and how many steps does it take?"),
    ru=("η = ½ названа монотонной.", "Чему там равно 1 − 2η и сколько нужно шагов?"),
)
def no_one_step(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate <= 0.5:
        return "monotone"
    if learning_rate < 1:
        return "oscillates"
    return "cycles" if learning_rate == 1 else "diverges"


@regime.mistake(
    en=("All limits are twice as large as they should be.", "The factor is 1 − 2η, not 1 − η: it vanishes at η = ½."),
    ru=("Все границы вдвое больше, чем нужно.", "Множитель равен 1 − 2η, а не 1 − η: он обращается в ноль при η = ½."),
    looks_like=("never_oscillates",),
)
def limits_doubled(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 1:
        return "monotone"
    if learning_rate == 1:
        return "one_step"
    if learning_rate < 2:
        return "oscillates"
    return "cycles" if learning_rate == 2 else "diverges"


@regime.mistake(
    en=("Above 1 the path is said to oscillate.", "It does change its side at every step, but does it come closer? Take η = 1.2 and start at 1."),
    ru=("При η больше 1 сказано, что путь колеблется.", "Сторона и правда меняется на каждом шаге, но приближается ли путь? Возьмите η = 1.2 и начните с 1."),
)
def oscillates_above_one(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate == 0.5:
        return "one_step"
    return "cycles" if learning_rate == 1 else "oscillates"


@regime.mistake(
    en=("A learning rate of 0 is called monotone.", "With η = 0 nothing moves."),
    ru=("Нулевая скорость обучения названа монотонной.", "При η = 0 ничего не движется."),
)
def zero_is_monotone(learning_rate):
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate == 0.5:
        return "one_step"
    if learning_rate < 1:
        return "oscillates"
    return "cycles" if learning_rate == 1 else "diverges"


@regime.mistake(
    en=("Everything above ½ is called divergence.", "For η = 0.8 the factor is −0.6: the jumps change sides but shrink."),
    ru=("Всё, что больше ½, названо расходимостью.", "При η = 0.8 множитель равен −0.6: вес прыгает с одной стороны на другую, но прыжки уменьшаются."),
)
def half_diverges(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 0.5:
        return "monotone"
    return "one_step" if learning_rate == 0.5 else "diverges"


@regime.mistake(
    en=("η = 1 is counted among the rates that come closer.", "At η = 1 the weight goes from w to −w and back: is it ever closer?"),
    ru=("η = 1 отнесена к скоростям, при которых вес приближается.", "При η = 1 вес ходит от w к −w и обратно. Становится ли он ближе?"),
)
def one_comes_closer(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate == 0.5:
        return "one_step"
    return "oscillates" if learning_rate <= 1 else "diverges"


@regime.mistake(
    en=("η = ½ is counted among the rates that change sides.", "What is 1 − 2η there, and where is the weight after one step?"),
    ru=("η = ½ отнесена к скоростям, при которых вес меняет сторону.", "Чему там равно 1 − 2η и где окажется вес после одного шага?"),
)
def half_oscillates(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate < 1:
        return "oscillates"
    return "cycles" if learning_rate == 1 else "diverges"


@regime.mistake(
    en=("None of the three special rates gets a word of its own.", "Let η be exactly 0, ½ and 1 and make two steps from w = 5."),
    ru=("Ни одна из трёх особых скоростей не получила своего слова.", "Возьмите η ровно 0, ½ и 1 и сделайте по два шага из w = 5."),
    looks_like=("half_oscillates",),
)
def three_words_only(learning_rate):
    if learning_rate < 0.5:
        return "monotone"
    return "oscillates" if learning_rate < 1 else "diverges"


@regime.mistake(
    en=("A rate very close to a border is treated as the border itself.", "Compare the learning rate as it is: nothing needs to be rounded here."),
    ru=("Скорость рядом с границей принята за саму границу.", "Сравнивайте скорость обучения как есть: округлять здесь ничего не нужно."),
)
def rounded(learning_rate):
    for border, word in ((0, "stays"), (0.5, "one_step"), (1, "cycles")):
        if abs(learning_rate - border) < 1e-6:
            return word
    if learning_rate < 0.5:
        return "monotone"
    return "oscillates" if learning_rate < 1 else "diverges"


@regime.mistake(
    en=("Coming closer on one side and jumping from side to side have changed places.", "A positive factor keeps the sign of the weight. For which η is 1 − 2η positive?"),
    ru=("Приближение с одной стороны и прыжки через минимум поменялись местами.", "Положительный множитель сохраняет знак веса. При каких η число 1 − 2η положительно?"),
)
def sides_confused(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 0.5:
        return "oscillates"
    if learning_rate == 0.5:
        return "one_step"
    if learning_rate < 1:
        return "monotone"
    return "cycles" if learning_rate == 1 else "diverges"


@regime.mistake(
    en=("The words 'oscillates' and 'cycles' have changed places.", "Between ½ and 1 every jump is shorter than the one before; at 1 all are equally long. Which word is which?"),
    ru=("Слова 'oscillates' и 'cycles' поменялись местами.", "Между ½ и 1 каждый прыжок короче предыдущего, а при 1 все одинаковы. Какое слово к чему относится?"),
)
def swings_swapped(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate == 0.5:
        return "one_step"
    if learning_rate < 1:
        return "cycles"
    return "oscillates" if learning_rate == 1 else "diverges"


@regime.mistake(
    en=("Rates with which the path comes closer very slowly are said to diverge.", "A walk of some steps cannot tell slow from never. With which factor does every step multiply the weight?"),
    ru=("Если путь приближается очень медленно, ответ — 'diverges'.", "По нескольким шагам не отличить «медленно» от «никогда». На какой множитель умножает вес каждый шаг?"),
)
def slow_diverges(learning_rate):
    if learning_rate in (0, 0.5, 1):
        return {0: "stays", 0.5: "one_step", 1: "cycles"}[learning_rate]
    if learning_rate > 1 or abs(1 - 2 * learning_rate) ** 1000 > 1e-3:
        return "diverges"
    return "monotone" if learning_rate < 0.5 else "oscillates"


@regime.mistake(
    en=("A rate that is close to ½ or to 1 gets the word of ½ or of 1.", "Close to a border is beside it: the path differs. Which comparison makes no allowance?"),
    ru=("Скорость рядом с ½ или с 1 получает то же слово, что ½ или 1.", "Рядом с границей — ещё не на границе: путь там другой. Какое сравнение не делает поблажек?"),
    looks_like=("rounded",),
)
def close_counts_as_equal(learning_rate):
    if learning_rate == 0:
        return "stays"
    if math.isclose(learning_rate, 0.5, abs_tol=1e-6):
        return "one_step"
    if math.isclose(learning_rate, 1, abs_tol=1e-6):
        return "cycles"
    if learning_rate < 0.5:
        return "monotone"
    return "oscillates" if learning_rate < 1 else "diverges"


@regime.mistake(
    en=("The words 'cycles' and 'diverges' have changed places.", "At η = 1 the factor is −1, above it the factor is larger in size. Where do the jumps grow, and where do they stay equally long?"),
    ru=("Слова 'cycles' и 'diverges' поменялись местами.", "При η = 1 множитель равен −1, а при η больше 1 он больше по модулю. Где прыжки растут, а где остаются одинаковыми?"),
)
def endings_swapped(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate == 0.5:
        return "one_step"
    if learning_rate < 1:
        return "oscillates"
    return "diverges" if learning_rate == 1 else "cycles"


@regime.alternative
def by_the_factor(learning_rate):
    factor = 1 - 2 * learning_rate
    if abs(factor) > 1:
        return "diverges"
    if factor == 1:
        return "stays"
    if factor == -1:
        return "cycles"
    if factor == 0:
        return "one_step"
    return "monotone" if factor > 0 else "oscillates"


@regime.alternative
def by_table(learning_rate):
    special = {0.0: "stays", 0.5: "one_step", 1.0: "cycles"}
    if learning_rate in special:
        return special[learning_rate]
    return ["monotone", "oscillates", "diverges"][(learning_rate > 0.5) + (learning_rate > 1)]


regime.equal(regime, "if learning_rate == 0", "a rate is never negative, a smaller one has its answer by then, and 0 keeps no sign or factor")
regime.equal(regime, "if learning_rate == 1", "a smaller rate has its answer by then, and a truth value keeps no sign or factor")
regime.equal(by_the_factor, "factor) > 1", "the factor is never above 1, so its size is above 1 where the rate is")
regime.equal(by_the_factor, "factor == ", "what is beyond has its answer by then, and the special factors exclude each other")
regime.equal(by_the_factor, "factor > 0", "a factor of 0 has its answer by then")
regime.equal(by_table, "learning_rate > ", "the borders have their answer by then")
