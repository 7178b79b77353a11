"""Name of what the path does on w**2 + 12."""

from autograder.exercise import exercise
from autograder.parts import gives, shuffled


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
regime.example(0.5)
regime.example(1.2)

_BETWEEN = {"monotone": (1e-9, 0.4999), "oscillates": (0.5001, 0.9999), "diverges": (1.0001, 50.0)}


def _rates(rng, word):
    """Return three rates of a regime: close to either end, and in the midst of it."""
    low, high = _BETWEEN[word]
    return [low * rng.uniform(1.0, 1.00005), high / rng.uniform(1.0, 1.00005), low + rng.uniform(0.05, 0.45)]


for _word, _other in (("monotone", "diverges"), ("oscillates", "monotone"), ("diverges", "monotone")):

    @regime.probe("general")
    def _(answer, rng, word=_word, other=_other):
        # Of the other regime it only counts that it has another word: a constant earns nothing.
        cases = [(rate, rate_of) for rate_of in (word, other) for rate in _rates(rng, rate_of)]
        return [answer(rate) if rate_of == word else gives(answer, (rate,), word) for rate, rate_of in shuffled(rng, cases)]


_AT_A_BORDER = 0.1  # credit: what is the same for everybody earns little, the three together less than a tenth


for _border, _word in ((0.0, "stays"), (0.5, "one_step"), (1.0, "cycles")):

    @regime.probe("edge", _AT_A_BORDER)
    def _(answer, rng, border=_border, word=_word):
        beside = [rate for between in _BETWEEN for rate in _rates(rng, between)]
        return [answer(border), *(gives(answer, (rate,), word) for rate in beside)]


@regime.mistake(
    en=("Every learning rate below 1 is called monotone.", "What is the sign of 1 − 2η for η = 0.8?"),
    ru=("Любая скорость обучения меньше 1 названа монотонной.", "Какой знак у 1 − 2η при η = 0.8?"),
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
    en=("The special value η = ½ is missing.", "What is 1 − 2η there, and how many steps does it take?"),
    ru=("Нет особого значения η = ½.", "Чему там равно 1 − 2η и сколько нужно шагов?"),
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
    ru=("Всё, что больше ½, названо расходимостью.", "При η = 0.8 множитель равен −0.6: вес прыгает с края на край, но прыжки уменьшаются."),
)
def half_diverges(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 0.5:
        return "monotone"
    return "one_step" if learning_rate == 0.5 else "diverges"


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
    between = ["monotone", "oscillates", "diverges"]
    return special.get(learning_rate) or between[(learning_rate > 0.5) + (learning_rate > 1)]
