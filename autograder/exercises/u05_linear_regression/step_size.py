"""Size of step number k by one of the schedules of lecture 2."""

import numpy as np

from autograder.exercise import exercise
from autograder.parts import shuffled
from autograder.sandbox import Raised


@exercise(points=2)
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError("1/k needs k = 1, 2, …")
        return 1 / k
    return lam * (s0 / (s0 + k)) ** p


step_size.example("constant", 3, 0.2)
step_size.example("inverse", 4)
step_size.example("power", 6, 1.0, 0.5, 2.0, 2.0)


def _or_refused(answer, *args, **more):
    """Return the step size, or the word that says that a ValueError was raised."""
    try:
        return answer(*args, **more)
    except Raised as error:
        if error.kind != "ValueError":
            raise
        return "ValueError"


# A third of the points for each kind.
@step_size.probe("simple")
def _(answer, rng):
    c, ks = float(rng.uniform(0.01, 0.09)), [int(k) for k in rng.integers(1, 40, size=3)]
    return [answer("constant", ks[0], c=c), answer("constant", ks[1], c=c), answer("constant", ks[2], c=9 * c), answer("constant", 0, c=4 * c)]


@step_size.probe("general", credit=0.5)
def _(answer, rng):
    one, other = (int(k) for k in rng.integers((5, 40), (40, 4000)))
    c, more = (float(c) for c in rng.uniform(0.02, 0.08, size=2))
    return [answer("inverse", other), answer("inverse", one, c=c), answer("inverse", 1, c=more)]


@step_size.probe("edge", credit=0.5)
def _(answer, rng):
    ks = shuffled(rng, [0, 1, *(int(k) for k in rng.integers(2, 4000, size=2))])
    return [_or_refused(answer, "inverse", k) for k in ks]


@step_size.probe("general", credit=0.5)
def _(answer, rng):
    return [
        answer("power", int(k), lam=float(rng.uniform(0.2, 0.9)), s0=float(rng.uniform(2, 5)), p=float(rng.uniform(1.2, 1.8)))
        for k in (0, *rng.integers((1, 4, 10), (4, 10, 30)))
    ]


@step_size.probe("edge", credit=0.5)
def _(answer, rng):
    return [answer("power", int(k)) for k in rng.integers((2, 400), (400, 4000))]


@step_size.mistake(
    en=("For k = 0 the division by zero is not caught.", "1/k has no value at k = 0. The task names the error to raise there."),
    ru=("При k = 0 деление на ноль не перехвачено.", "При k = 0 дробь 1/k не имеет значения. В задании названо исключение, которое нужно вызвать."),
)
def zero_not_refused(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    return 1 / k if kind == "inverse" else lam * (s0 / (s0 + k)) ** p


@step_size.mistake(
    en=("For k = 0 a number comes back, where there is none.", "The task wants an error here, not a replacement: a silent value would hide a wrong count."),
    ru=("При k = 0 возвращается число, хотя его там нет.", "Задание требует исключения, а не замены: молчаливое значение скрыло бы ошибку в счёте."),
)
def zero_replaced(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        return 1 / k if k > 0 else 1.0
    return lam * (s0 / (s0 + k)) ** p


@step_size.mistake(
    en=("The kind 'inverse' counts from zero.", "The slide divides by k itself. At k = 1 the step is 1."),
    ru=("Вид 'inverse' считает с нуля.", "На слайде делят на само k. При k = 1 шаг равен 1."),
)
def counted_from_zero(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    return 1 / (k + 1) if kind == "inverse" else lam * (s0 / (s0 + k)) ** p


@step_size.mistake(
    en=("The power applies only to the denominator.", "The brackets of the slide hold the whole fraction: which part of yours is raised to the power p?"),
    ru=("В степень возведён только знаменатель.", "Скобки на слайде охватывают всю дробь: что у вас возводится в степень p?"),
)
def denominator_only(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return 1 / k
    return lam * s0 / (s0 + k) ** p


@step_size.mistake(
    en=("The power p is not used.", "Change p: does the step of the kind 'power' change?"),
    ru=("Показатель p не используется.", "Измените p: меняется ли шаг вида 'power'?"),
)
def power_unused(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return 1 / k
    return lam * s0 / (s0 + k)


@step_size.mistake(
    en=("The factor λ is raised to the power as well.", "On the slide λ stands outside the brackets."),
    ru=("В степень возведён и множитель λ.", "На слайде λ стоит вне скобок."),
)
def scale_in_the_power(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return 1 / k
    return (lam * s0 / (s0 + k)) ** p


@step_size.mistake(
    en=("The fraction of the kind 'power' is upside down, so the steps grow.", "At k = 0 the fraction is 1, and it has to shrink from there."),
    ru=("Дробь вида 'power' перевёрнута, и шаги растут.", "При k = 0 дробь равна 1, а дальше должна убывать."),
)
def upside_down(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return 1 / k
    return lam * ((s0 + k) / s0) ** p


@step_size.mistake(
    en=("The kind 'inverse' is multiplied by c.", "Each kind uses only its own parameters, and 1/k has none."),
    ru=("Вид 'inverse' умножен на c.", "Каждый вид использует только свои параметры, а у 1/k их нет."),
)
def inverse_scaled(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return c / k
    return lam * (s0 / (s0 + k)) ** p


@step_size.alternative
def by_table(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "inverse" and k == 0:
        raise ValueError("k starts at 1")
    rules = {"constant": lambda: c, "inverse": lambda: k**-1.0, "power": lambda: lam * (1 + k / s0) ** -p}
    return rules[kind]()


@step_size.alternative
def by_caught_division(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    try:
        steps = {"constant": c, "power": lam * s0**p / (s0 + k) ** p}
        return steps[kind] if kind in steps else 1 / k
    except ZeroDivisionError:
        raise ValueError("no step number 0") from None


@step_size.alternative
def by_logarithm(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "power":
        return np.float64(lam) * np.exp(p * (np.log(s0) - np.log(s0 + k)))
    if kind == "constant":
        return np.array(c)
    if k <= 0:
        raise ValueError
    return np.divide(1, k)
