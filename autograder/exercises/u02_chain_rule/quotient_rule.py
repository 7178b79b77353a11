"""Derivative of the quotient f(x) / g(x)."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u02_chain_rule.shared import BELL, SINE, SQUARE, random_functions
from autograder.judge import function


@exercise(points=2)
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x) ** 2


quotient_rule.example(*SQUARE, *BELL, then=((2.0,), (-0.5,)))
quotient_rule.example(*SINE, *BELL, then=((1.0,), (np.array([0.5, 2.0]),)))


@quotient_rule.probe("general")
def _(answer, rng):
    a, b, c, d = random_functions(rng)
    made = [function(answer(*a, *b)), function(answer(*c, *d)), function(answer(*b, *c))]
    return [line(x) for line in made for x in (float(rng.uniform(0.5, 1.5)), -0.8)]


@quotient_rule.probe("vector")
def _(answer, rng):
    a, b, c, d = random_functions(rng)
    return [function(answer(*d, *a))(rng.uniform(-1.2, 1.2, size=4)), function(answer(*b, *c))(rng.uniform(0.3, 1.2, size=(2, 3)))]


@quotient_rule.mistake(
    en=("One derivative is divided by the other.", "The rule has a numerator of two terms and the square of a function below the line."),
    ru=("Одна производная поделена на другую.", "В правиле числитель из двух слагаемых, а под чертой — квадрат функции."),
)
def derivatives_divided(f, df, g, dg):
    return lambda x: df(x) / dg(x)


@quotient_rule.mistake(
    en=("The two terms of the numerator are added.", "If only the denominator g grows, the fraction becomes smaller: which sign has the term with g′?"),
    ru=("Два слагаемых числителя складываются.", "Если растёт только знаменатель g, дробь уменьшается: какой знак у слагаемого с g′?"),
)
def quotient_with_plus(f, df, g, dg):
    return lambda x: (df(x) * g(x) + f(x) * dg(x)) / g(x) ** 2


@quotient_rule.mistake(
    en=("The numerator has the wrong sign: its two terms are in the wrong order.", "If only f grows, the fraction grows: the term with f′ comes first and is positive."),
    ru=("У числителя неверный знак: два слагаемых стоят не в том порядке.", "Если растёт только f, дробь растёт: слагаемое с f′ идёт первым и берётся с плюсом."),
)
def numerator_turned_round(f, df, g, dg):
    return lambda x: (f(x) * dg(x) - df(x) * g(x)) / g(x) ** 2


@quotient_rule.mistake(
    en=("The denominator is not squared.", "Try f = 1 and g = x: the slope of 1/x at 2 is −1/4. What do you get?"),
    ru=("Знаменатель не возведён в квадрат.", "Возьмите f = 1 и g = x: наклон 1/x в точке 2 равен −1/4. А у вас?"),
)
def denominator_not_squared(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x)


@quotient_rule.mistake(
    en=("There is no denominator.", "What is left is half of the rule: by the square of which function is the numerator divided?"),
    ru=("Нет знаменателя.", "Это только половина правила: на квадрат какой функции делится числитель?"),
)
def denominator_missing(f, df, g, dg):
    return lambda x: df(x) * g(x) - f(x) * dg(x)


@quotient_rule.mistake(
    en=("The square of the wrong function stands below the line.", "Which of the two is the denominator of the fraction f/g?"),
    ru=("Под чертой квадрат не той функции.", "Какая из двух функций — знаменатель дроби f/g?"),
)
def square_of_the_numerator(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / f(x) ** 2


@quotient_rule.mistake(
    en=("Only the second term is divided.", "Division binds tighter than subtraction: put the whole numerator in brackets."),
    ru=("Делится только второе слагаемое.", "Деление выполняется раньше вычитания: возьмите весь числитель в скобки."),
)
def numerator_without_brackets(f, df, g, dg):
    return lambda x: df(x) * g(x) - f(x) * dg(x) / g(x) ** 2


@quotient_rule.mistake(
    en=("The derivative of the denominator is squared instead of the denominator.", "Below the line there is no prime at all."),
    ru=("В квадрат возведена производная знаменателя, а не сам знаменатель.", "Под чертой штрихов нет вовсе."),
)
def square_of_the_derivative(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / dg(x) ** 2


@quotient_rule.alternative
def as_two_fractions(f, df, g, dg):
    def derivative(x):
        return df(x) / g(x) - f(x) * dg(x) / g(x) / g(x)

    return derivative


@quotient_rule.alternative
def as_a_product(f, df, g, dg):
    return lambda x: df(x) * g(x) ** -1.0 + f(x) * (-(g(x) ** -2.0)) * dg(x)


@quotient_rule.alternative
def one_after_another(f, df, g, dg):
    def derivative(x):
        if np.ndim(x):
            return [derivative(v) for v in x]
        below = g(x)
        return (df(x) * below - f(x) * dg(x)) / (below * below)

    return derivative
