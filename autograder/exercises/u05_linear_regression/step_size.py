"""Size of step number k by one of the schedules of lecture 2."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.judge import number
from autograder.judging.parts import shuffled
from autograder.sandbox import Raised


@exercise(points=2)
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return 1 / k
    return lam * (s0 / (s0 + k)) ** p


# Here every wrong power gives another number; the rows of the text follow.
step_size.example("power", 3, c=0.2, lam=0.5, s0=3.0, p=2.0)
step_size.example("power", 3)
step_size.example("power", 2, lam=0.3, s0=2.0, p=1.0)
step_size.example("power", 0, c=0.2, lam=0.7)
step_size.example("inverse", 8)
step_size.example("inverse", 4, c=0.5, lam=2.0)
step_size.example("inverse", 0, raises="ValueError")
step_size.example("constant", 3, c=0.2, lam=0.7)
step_size.example("constant", 0)


def _or_refused(answer, *args, **more):
    """Return whether a call gives a number, or a word for the error that it raises; which number is one thing.

    A division by zero that nobody caught is itself; all errors that somebody may raise instead are one thing.
    """
    try:
        number(answer.sample(*args, **more))
    except Raised as error:
        if error.kind == "ZeroDivisionError":
            raise
        return "ValueError" if error.kind == "ValueError" else "another error"
    return True


# A third of the points for each kind.
@step_size.probe("simple", part="constant")
def _(answer, rng):
    c, ks = float(rng.uniform(0.01, 0.09)), [int(k) for k in rng.integers(1, 40, size=3)]
    return [
        answer("constant", ks[0], c=c), answer("constant", ks[1], c=c), answer("constant", ks[2], c=9 * c, lam=0.5 * c),
        answer("constant", 0, c=4 * c), answer("constant", ks[0], c=int(rng.integers(2, 9))), answer("constant", ks[1]),
    ]  # fmt: skip


@step_size.probe("general", credit=0.5, part="inverse")
def _(answer, rng):
    one, other = (int(k) for k in rng.integers((5, 40), (40, 4000)))
    c, more = (float(c) for c in rng.uniform(0.02, 0.08, size=2))
    return [answer("inverse", other), answer("inverse", one, c=c, lam=more), answer("inverse", 1, c=more)]


@step_size.probe("edge", credit=0.5, part="inverse")
def _(answer, rng):
    calls = shuffled(rng, [(0, {}), (0, {"c": float(rng.uniform(0.1, 0.9))}), *((int(k), {}) for k in (1, *rng.integers(2, 4000, size=2)))])
    return [answer("inverse", k) if k else _or_refused(answer, "inverse", k, **more) for k, more in calls]


@step_size.probe("general", credit=0.5, part="power")
def _(answer, rng):
    return [
        answer("power", int(k), c=float(rng.uniform(1, 3)), lam=float(rng.uniform(0.2, 0.9)), s0=float(rng.uniform(2, 5)), p=float(rng.uniform(1.2, 1.8)))
        for k in (0, *rng.integers((1, 4, 10), (4, 10, 30)))
    ]


@step_size.probe("edge", credit=0.5, part="power")
def _(answer, rng):
    """Parameters left out, and parameters that are whole numbers."""
    seen = [answer("power", int(k)) for k in rng.integers((2, 400), (400, 4000))]
    return [*seen, answer("power", int(rng.integers(2, 40)), lam=int(rng.integers(2, 5)), s0=int(rng.integers(2, 9)), p=int(rng.integers(2, 4)))]


@step_size.mistake(
    en=("For k = 0 your code stops with a ZeroDivisionError.", "1/k has no value at k = 0. The task names the error to raise there."),
    ru=("При k = 0 ваш код останавливается с ZeroDivisionError.", "При k = 0 дробь 1/k не имеет значения. В задании названо исключение, которое нужно вызвать."),
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
    en=("For k = 0 the error, or something in its place, is the result, but nothing is raised.", "The task ends with what raising means: nothing may be returned then. Which word stands before the error in your line?"),
    ru=("При k = 0 исключение или что-то вместо него возвращается как результат, но не вызывается.", "В конце задания сказано, что значит вызвать исключение: тогда ничего не возвращается. Какое слово стоит у вас перед ним?"),
)
def error_returned(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        return 1 / k if k else ValueError("no step 0")
    return lam * (s0 / (s0 + k)) ** p


@step_size.mistake(
    en=("For k = 0 the result is None.", "A caller would take it for a step. The task wants an error there, and names it."),
    ru=("При k = 0 получается None.", "Тот, кто вызвал функцию, примет это за шаг. В задании там нужно исключение, и оно названо."),
)
def none_for_zero(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        return 1 / k if k else None
    return lam * (s0 / (s0 + k)) ** p


@step_size.mistake(
    en=("For k = 0 comes an error, but of another kind than the task asks for.", "Who calls your function can only expect the error that the task names. Which name stands in the last line of the message?"),
    ru=("При k = 0 возникает ошибка, но не того вида, который нужен в задании.", "Тот, кто вызывает функцию, ждёт ошибку, названную в задании. Какое имя стоит в последней строке сообщения?"),
)
def another_error(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise Exception
        return 1 / k
    return lam * (s0 / (s0 + k)) ** p


@step_size.mistake(
    en=("The kind 'constant' does not give c.", "Call it with two values of c and with the other parameters left out. What has the table of the task for it?"),
    ru=("Вид 'constant' возвращает не c.", "Вызовите его с двумя разными c, не задавая других параметров. Что стоит для него в таблице задания?"),
)
def constant_gives_lam(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return lam
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return 1 / k
    return lam * (s0 / (s0 + k)) ** p


@step_size.mistake(
    en=("In the kind 'power' c stands where λ is due.", "Each kind has parameters of its own: which name has λ in this function?"),
    ru=("В виде 'power' вместо λ стоит c.", "У каждого вида свои параметры: как в этой функции называется λ?"),
)
def c_for_lam(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return 1 / k
    return c * (s0 / (s0 + k)) ** p


@step_size.mistake(
    en=("In the kind 'power' the denominator has lost its brackets.", "Division comes before addition: what exactly is divided by what in your line?"),
    ru=("В виде 'power' у знаменателя потеряны скобки.", "Деление выполняется раньше сложения: что на что делится в вашей строке?"),
)
def brackets_lost_below(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return 1 / k
    return lam * (s0 / s0 + k) ** p


@step_size.mistake(
    en=("The kind 'inverse' counts from zero.", "The formula divides by k itself. At k = 1 the step is 1."),
    ru=("Вид 'inverse' считает с нуля.", "В формуле делят на само k. При k = 1 шаг равен 1."),
)
def counted_from_zero(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    return 1 / (k + 1) if kind == "inverse" else lam * (s0 / (s0 + k)) ** p


@step_size.mistake(
    en=("The power applies only to the denominator.", "The brackets of the formula hold the whole fraction: which part of yours is raised to the power p?"),
    ru=("В степень возведён только знаменатель.", "Скобки в формуле охватывают всю дробь: что у вас возводится в степень p?"),
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
    en=("The power applies only to the numerator s₀.", "The brackets of the formula hold the whole fraction: which part of yours is raised to the power p?"),
    ru=("В степень возведён только числитель s₀.", "Скобки в формуле охватывают всю дробь: что у вас возводится в степень p?"),
)
def numerator_only(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return 1 / k
    return lam * s0**p / (s0 + k)


@step_size.mistake(
    en=("The kind 'power' has no factor λ.", "At k = 0 the fraction is 1, and the step must be λ. What is yours there with lam = 0.3?"),
    ru=("У вида 'power' нет множителя λ.", "При k = 0 дробь равна 1, а шаг должен равняться λ. Чему он равен у вас при lam = 0.3?"),
)
def scale_forgotten(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return 1 / k
    return (s0 / (s0 + k)) ** p


@step_size.mistake(
    en=("The kind 'power' gives the same for every p.", "With p = 0.5 and with p = 2 the steps must differ. Where does p stand in the formula?"),
    ru=("Вид 'power' даёт одно и то же при любом p.", "При p = 0.5 и при p = 2 шаги должны различаться. Где в формуле стоит p?"),
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
    en=("The factor λ is raised to the power as well.", "In the formula λ stands outside the brackets."),
    ru=("В степень возведён и множитель λ.", "В формуле λ стоит вне скобок."),
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
    en=("The fraction of the kind 'power' comes out upside down, so the steps grow.", "At k = 0 the fraction is 1, and it has to shrink from there."),
    ru=("Дробь вида 'power' получается перевёрнутой, и шаги растут.", "При k = 0 дробь равна 1, а дальше должна убывать."),
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


@step_size.mistake(
    en=("On top of the fraction of the kind 'power' stands 1 instead of s₀.", "At k = 0 the fraction must be 1, whatever s₀ is. What is yours with s0 = 3?"),
    ru=("В числителе дроби у вида 'power' стоит 1, а не s₀.", "При k = 0 дробь равна 1, каким бы ни было s₀. Чему она равна у вас при s0 = 3?"),
)
def one_on_top(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "power":
        return lam * (1 / (s0 + k)) ** p
    if kind == "inverse" and k < 1:
        raise ValueError
    return c if kind == "constant" else 1 / k


@step_size.mistake(
    en=("The kind 'power' always takes a square root, whatever p is.", "½ is only the default of p. With p = 1 the fraction stays as it is: does it with you?"),
    ru=("Вид 'power' всегда извлекает квадратный корень, каким бы ни было p.", "½ — лишь значение p по умолчанию. При p = 1 дробь остаётся как есть: так ли это у вас?"),
)
def always_a_root(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "power":
        return lam * np.sqrt(s0 / (s0 + k))
    if kind == "inverse" and k < 1:
        raise ValueError
    return c if kind == "constant" else 1 / k


@step_size.alternative
def by_table(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "inverse" and k == 0:
        raise ValueError
    rules = {"constant": lambda: c, "inverse": lambda: k**-1.0, "power": lambda: lam * (1 + k / s0) ** -p}
    return rules[kind]()


@step_size.alternative
def by_caught_division(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return np.array(c)
    if kind == "power":
        return lam * s0**p / (s0 + k) ** p
    try:
        return 1 / k
    except ZeroDivisionError:
        raise ValueError from None


@step_size.alternative
def by_logarithm(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "power":
        return lam * np.exp(p * np.log(s0 / (s0 + k)))
    if kind == "inverse":
        if k <= 0:
            raise ValueError
        return np.divide(1, k)
    return c


step_size.equal(step_size, 'kind == "', "there are three kinds, the order of asking and of the letters does not matter")
step_size.equal(step_size, "return 1 / k", "one over k, written in another way")
step_size.equal(step_size, "if k < 1:", "step numbers are whole: below 1 there is only 0")
step_size.equal(step_size, "raise ValueError", "the words of an error are free")
step_size.equal(by_table, 'kind == "inverse"', "no step number is below 0, and nothing is asked of the table before")
step_size.equal(by_caught_division, 'kind == "', "there are three kinds, and the order of the letters does not matter")
step_size.equal(by_caught_division, "1 / k", "one over k, written in another way")
step_size.equal(by_caught_division, "try:", "nothing gets behind a branch that returns or raises")
step_size.equal(by_caught_division, "lam * s0**p", "the same factors are only grouped in another way")
step_size.equal(by_logarithm, 'kind == "', "there are three kinds, the order of asking and of the letters does not matter")
step_size.equal(by_logarithm, "if k <= 0:", "step numbers are whole and not below 0")
