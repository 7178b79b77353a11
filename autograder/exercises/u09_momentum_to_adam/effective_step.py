"""Step of momentum under a constant gradient of 1, in the limit of many steps."""

from autograder.exercise import exercise


@exercise(points=1)
def effective_step(learning_rate, alpha):
    return learning_rate / (1 - alpha)


effective_step.example(0.2, 0.75)
effective_step.example(0.1, 0.9)
effective_step.example(0.03, 0.5)


@effective_step.probe("general")
def _(answer, rng):
    alphas = rng.uniform((0.2, 0.55, 0.7, 0.93), (0.4, 0.65, 0.8, 0.97))
    return [answer(float(rng.uniform(0.01, 0.5)), float(alpha)) for alpha in alphas]


@effective_step.probe("edge", credit=0.5)
def _(answer, rng):
    """No inertia, much of it, and a whole number for the rate."""
    rates, (much, some) = rng.uniform(0.1, 0.5, size=2), rng.uniform((0.975, 0.6), (0.985, 0.8))
    cases = [(float(rates[0]), [0, 0.0][rng.integers(2)]), (float(rates[1]), float(much)), (int(rng.integers(1, 5)), float(some))]
    return [answer(*case) for case in cases]


@effective_step.mistake(
    en=("The result is the learning rate alone: α changes nothing.", "With α = 0.9 nine tenths of the last step are still there: can the new step then be just η?"),
    ru=("Получилась сама скорость обучения: α ничего не меняет.", "При α = 0.9 от прошлого шага остаются девять десятых: может ли тогда шаг равняться просто η?"),
)
def rate_alone(learning_rate, alpha):
    return learning_rate


@effective_step.mistake(
    en=("Your step becomes shorter when α grows.", "More inertia means more of the old steps. What number does the sum 1 + α + α² + … have?"),
    ru=("Ваш шаг укорачивается с ростом α.", "Больше инерции — больше прежних шагов. Чему равна сумма 1 + α + α² + …?"),
)
def as_an_average(learning_rate, alpha):
    return learning_rate * (1 - alpha)


@effective_step.mistake(
    en=("Only the last two gradients are counted.", "The step before the last one still lives too, with weight α². Where does the series end?"),
    ru=("Учтены только два последних градиента.", "Позапрошлый шаг тоже ещё жив, с весом α². Где кончается этот ряд?"),
)
def two_terms(learning_rate, alpha):
    return learning_rate * (1 + alpha)


@effective_step.mistake(
    en=("The rate is divided by α itself.", "For α = 0, no inertia, plain descent with the step η must come out. Does it?"),
    ru=("Скорость обучения поделена на само α.", "При α = 0, без инерции, должен получиться обычный спуск с шагом η. Получается?"),
    looks_like=("divided_by_alpha_unless_zero",),
)
def divided_by_alpha(learning_rate, alpha):
    return learning_rate / alpha


@effective_step.mistake(
    en=("The rate is divided by α itself wherever α is not 0.", "With much inertia the steps are long. What does a division by 0.9 make of η, and which number stands below the line of the fraction?"),
    ru=("Везде, где α не равно 0, скорость обучения поделена на само α.", "При большой инерции шаги длинные. Что делает с η деление на 0.9 и какое число стоит под чертой дроби?"),
)
def divided_by_alpha_unless_zero(learning_rate, alpha):
    return learning_rate / alpha if alpha else learning_rate


@effective_step.mistake(
    en=("The sum is right, but the learning rate is not in it.", "Double η: the step must become twice as long."),
    ru=("Сумма верна, но в ней нет скорости обучения.", "Удвойте η: шаг должен стать вдвое длиннее."),
)
def factor_only(learning_rate, alpha):
    return 1 / (1 - alpha)


@effective_step.mistake(
    en=("The result is α times the right one, as if the geometric sum started one term too late.", "The newest gradient has the weight 1, not α. Try α = 0."),
    ru=("Результат — верный, умноженный на α, как будто геометрическая сумма начата на член позже.", "Вес самого свежего градиента 1, а не α. Попробуйте α = 0."),
)
def newest_forgotten(learning_rate, alpha):
    return learning_rate * alpha / (1 - alpha)


@effective_step.mistake(
    en=("The value is η/(1 + α): a sign is turned round.", "The limit h fulfils h = αh + η. On which side does αh end up when you solve for h?"),
    ru=("Получается η/(1 + α): один из знаков не тот.", "Для предельного h верно h = αh + η. С каким знаком αh окажется слева, когда вы выразите h?"),
)
def plus_below(learning_rate, alpha):
    return learning_rate / (1 + alpha)


@effective_step.mistake(
    en=("The quotient is upside down.", "Double η: the step must become twice as long, and yours becomes shorter. What is divided by what?"),
    ru=("Дробь перевёрнута.", "Удвойте η: шаг должен стать вдвое длиннее, а у вас становится короче. Что на что делится?"),
)
def upside_down(learning_rate, alpha):
    return (1 - alpha) / learning_rate


@effective_step.mistake(
    en=("The result is η − α: a division by 1 has no effect.", "The whole of 1 − α stands below the line of the fraction. How does Python know where it ends?"),
    ru=("Получилось η − α: деление на 1 ничего не меняет.", "Под чертой дроби стоит всё выражение 1 − α. Откуда Python знает, где оно кончается?"),
)
def bracket_lost(learning_rate, alpha):
    return learning_rate / 1 - alpha


@effective_step.mistake(
    en=("The limit is divided by 1 − α once more.", "The series 1 + α + α² + … is summed once. Work out α = 0.5, where the sum is 2."),
    ru=("Предел ещё раз поделён на 1 − α.", "Ряд 1 + α + α² + … суммируют один раз. Проверьте при α = 0.5, где сумма равна 2."),
)
def summed_twice(learning_rate, alpha):
    return learning_rate / (1 - alpha) ** 2


@effective_step.alternative
def by_walking(learning_rate, alpha):
    h = 0.0
    for _ in range(5000):
        h = alpha * h + learning_rate
    return h


@effective_step.alternative
def by_series(learning_rate, alpha):
    return learning_rate * sum(alpha**j for j in range(3000))


effective_step.equal(by_walking, "range(", "after some thousand steps one more or less does not count")
effective_step.equal(by_walking, "h = 0.0", "the limit does not depend on the start")
effective_step.equal(by_series, "range(", "after some thousand terms one more or less does not count")
