"""The inverse of the sigmoid."""

import math

import numpy as np

from autograder.exercise import exercise


@exercise(points=2)
def logit(p):
    return np.log(np.asarray(p) / (1 - np.asarray(p)))


logit.example(0.8)
logit.example(0.3)
logit.example(0.998)
logit.example(np.array([0.5, 0.2]), fulfils="one_by_one")


@logit.probe("simple")
def _(answer, rng):
    return [answer(p) for p in (0.5, *map(float, rng.uniform((0.55, 0.2), (0.8, 0.45))))]


@logit.probe("general")
def _(answer, rng):
    return [answer(float(p)) for p in rng.uniform((0.02, 0.1, 0.4, 0.6, 0.9), (0.08, 0.3, 0.48, 0.85, 0.98))]


@logit.probe("vector")
def _(answer, rng):
    return [answer(rng.uniform(0.05, 0.95, size=6)), answer(rng.uniform(0.05, 0.95, size=(2, 3)))]


@logit.probe("edge", credit=0.5)
def _(answer, rng):
    small, rest, tiny = (float(p) for p in 10.0 ** rng.uniform((-6.5, -6.5, -9.0), (-5.5, -5.5, -8.0)))
    return [answer(small), answer(1 - rest), answer(tiny)]


@logit.mistake(
    en=("These are the odds; the logarithm is still missing.", "For p = 0.5 the odds are 1, but σ has the value 0.5 at z = 0."),
    ru=("Это шансы; не хватает логарифма.", "При p = 0.5 шансы равны 1, а σ принимает значение 0.5 при z = 0."),
)
def odds_only(p):
    return p / (1 - np.asarray(p))


@logit.mistake(
    en=("The sign is turned round, as when the fraction is upside down.", "A probability above one half must give a positive z."),
    ru=("Знак обратный, как если перевернуть дробь.", "Вероятности больше одной второй должно отвечать положительное z."),
)
def odds_against(p):
    return np.log((1 - np.asarray(p)) / p)


@logit.mistake(
    en=("This is the logarithm of the probability, not of the odds.", "For p = 0.5 the answer must be 0. What does the logarithm have to be taken of?"),
    ru=("Это логарифм вероятности, а не шансов.", "При p = 0.5 ответ должен быть 0. От чего надо брать логарифм?"),
)
def log_of_probability(p):
    return np.log(p)


@logit.mistake(
    en=("The logarithm is taken before the division.", "First the odds, then the logarithm of the whole fraction: check the brackets."),
    ru=("Логарифм взят раньше, чем выполнено деление.", "Сначала шансы, потом логарифм всей дроби: проверьте скобки."),
)
def log_before_division(p):
    return np.log(p) / (1 - np.asarray(p))


@logit.mistake(
    en=("The brackets are missing: p / 1 − p is p − p, which is 0.", "Division goes before subtraction. What must be worked out first?"),
    ru=("Нет скобок: p / 1 − p — это p − p, то есть 0.", "Деление выполняется раньше вычитания. А что надо вычислить первым?"),
)
def brackets_missing(p):
    return np.log(np.asarray(p) / 1 - p)


@logit.mistake(
    en=("The logarithm has base 10.", "σ is built with e, so its inverse needs the natural logarithm."),
    ru=("Взят десятичный логарифм.", "σ построена на числе e, поэтому обратной функции нужен натуральный логарифм."),
)
def base_ten(p):
    return np.log10(np.asarray(p) / (1 - np.asarray(p)))


@logit.mistake(
    en=("Two logarithms are divided by each other.", "The logarithm of a fraction is a difference, not a quotient."),
    ru=("Один логарифм поделён на другой.", "Логарифм дроби — это разность, а не частное."),
)
def quotient_of_logs(p):
    return np.log(p) / np.log(1 - np.asarray(p))


@logit.mistake(
    en=("This is a sum of two logarithms: the logarithm of a product, not of a fraction.", "p stands at the top of the fraction and 1 − p at the bottom. What sign does the bottom get?"),
    ru=("Это сумма двух логарифмов, то есть логарифм произведения, а не дроби.", "p стоит в числителе, 1 − p — в знаменателе. С каким знаком входит знаменатель?"),
)
def sum_of_logs(p):
    return np.log(p) + np.log(1 - np.asarray(p))


@logit.mistake(
    en=("The 1 is subtracted outside of the logarithm.", "At p = 0.5 the answer must be 0: where do the brackets of the logarithm close?"),
    ru=("Единица вычтена вне логарифма.", "При p = 0.5 ответ должен быть 0: где закрывается скобка логарифма?"),
)
def one_outside_the_logarithm(p):
    return -np.log(1 / np.asarray(p)) - 1


@logit.mistake(
    en=("An exponential stands where a logarithm is due.", "σ leads through an exponential; what leads back?"),
    ru=("Вместо логарифма взята экспонента.", "В σ есть экспонента; что возвращает обратно?"),
)
def exponential_for_logarithm(p):
    return np.exp(np.asarray(p) / (1 - np.asarray(p)))


@logit.mistake(
    en=("The function takes one number and stops at an array.", "The functions of the math module take one number; those of NumPy take both."),
    ru=("Функция принимает одно число, а на массиве останавливается.", "Функции модуля math принимают одно число, а функции NumPy — и число, и массив."),
)
def one_number_only(p):
    return math.log(p / (1 - p))


@logit.mistake(
    en=("This is one divided by σ, not the inverse function.", "The inverse answers the question: at which z is σ(z) equal to p?"),
    ru=("Это единица, делённая на σ, а не обратная функция.", "Обратная функция отвечает на вопрос: при каком z значение σ(z) равно p?"),
)
def reciprocal(p):
    return 1 + np.exp(-np.asarray(p))


@logit.mistake(
    en=("This is σ itself: it leads from z to p.", "Here p is given and z is wanted."),
    ru=("Это сама σ: она ведёт от z к p.", "Здесь дано p, а найти надо z."),
)
def wrong_direction(p):
    return 1 / (1 + np.exp(-np.asarray(p)))


@logit.mistake(
    en=("For p very close to 0 or 1 the result stands still at −10 or 10.", "σ(−10) is about 0.00005, and p may be smaller. Where does the number 10 come from?"),
    ru=("При p, очень близких к 0 или 1, результат застывает на −10 или 10.", "σ(−10) — около 0.00005, а p бывает и меньше. Откуда взялось число 10?"),
)
def held_at_ten(p):
    return np.clip(np.log(np.asarray(p) / (1 - np.asarray(p))), -10, 10)


@logit.mistake(
    en=("Where p is closer to 0 than 10⁻⁷, the result stands still.", "p is never 0 or 1 here, so nothing has to be protected. What is changed before the logarithm is taken?"),
    ru=("Если p ближе к 0, чем 10⁻⁷, результат больше не меняется.", "Здесь p никогда не равно 0 или 1, защищать ничего не нужно. Что меняется до вычисления логарифма?"),
)
def probability_cut_off(p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return np.log(p / (1 - p))


@logit.alternative
def difference_of_logs(p):
    return np.log(p) - np.log1p(-np.asarray(p))


@logit.alternative
def minus_log(p):
    return -np.log(np.asarray(p) ** -1.0 - 1)


@logit.alternative
def by_area_tangent(p):
    return 2 * np.arctanh(2 * np.asarray(p) - 1)


@logit.alternative
def by_comprehension(p):
    return [by_comprehension(v) for v in p] if np.ndim(p) else math.log(p / (1 - p))
