"""Derivative of the quotient f(x) / g(x)."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u02_chain_rule.shared import BELL, SINE, SQUARE, random_functions
from autograder.judging.judge import function
from course.public import u02_chain_rule as public


@exercise(points=2)
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x) ** 2


quotient_rule.example(*SINE, *BELL, then=((1.0,), (-0.5,)))
quotient_rule.example(public.itself, public.one, *BELL, then=((2.0,),))
quotient_rule.example(*SQUARE, *BELL, then=((2.0,), (np.array([0.5, -2.0]),)))


@quotient_rule.probe("general")
def _(answer, rng):
    a, b, c, d = random_functions(rng)
    made = [function(answer(*a, *b)), function(answer(*c, *d)), function(answer(*b, *c))]
    return [line(x) for line in made for x in (float(rng.uniform(0.5, 1.5)), -float(rng.uniform(0.5, 1.1)), int(rng.integers(1, 4)))]


@quotient_rule.probe("vector")
def _(answer, rng):
    a, b, c, d = random_functions(rng)
    first, second, third = function(answer(*d, *a)), function(answer(*b, *c)), function(answer(*c, *b))
    whole = rng.permutation([-2, -1, 1, 2])[:3]  # an array of whole numbers is an array too
    return [first(rng.uniform(-1.2, 1.2, size=4)), second(rng.uniform(0.3, 1.2, size=(2, 3))), third(whole)]


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
    en=("The result is that of the numerator alone.", "By the square of which function is it divided, and do brackets hold that square together?"),
    ru=("Получился один числитель.", "На квадрат какой функции он делится и не распался ли этот квадрат без скобок?"),
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
    en=("Each function meets its own derivative in the numerator.", "While f moves, the other function stands still: with which one is f′ multiplied?"),
    ru=("В числителе каждая функция умножена на собственную производную.", "Пока меняется f, другая функция стоит: на какую из них умножается f′?"),
)
def numerator_with_its_own(f, df, g, dg):
    return lambda x: (df(x) * f(x) - g(x) * dg(x)) / g(x) ** 2


@quotient_rule.mistake(
    en=("This is the quotient itself.", "Its derivative is asked for: how fast do numerator and denominator move?"),
    ru=("Это само частное.", "Нужна его производная: с какой скоростью меняются числитель и знаменатель?"),
)
def quotient_itself(f, df, g, dg):
    return lambda x: f(x) / g(x)


@quotient_rule.mistake(
    en=("The result is that of the product rule.", "In a fraction a growing denominator makes the value smaller, and there is something below the line."),
    ru=("Получился результат правила для произведения.", "У дроби растущий знаменатель уменьшает значение, и под чертой тоже что-то стоит."),
)
def rule_of_the_product(f, df, g, dg):
    return lambda x: df(x) * g(x) + f(x) * dg(x)


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


@quotient_rule.mistake(
    en=("The function stops with a NameError: Python meets a name that it does not know there.", "There is no x before the new function is called. Is x used outside of it, or is a name misspelt?"),
    ru=("Функция останавливается с NameError: Python встречает имя, которое здесь не известно.", "До вызова новой функции никакого x нет. Не используется ли x вне её и нет ли в имени опечатки?"),
)
def x_too_early(f, df, g, dg):
    return (df(x) * g(x) - f(x) * dg(x)) / g(x) ** 2  # noqa: F821


@quotient_rule.mistake(
    en=("The new function stops with a TypeError: some operation gets what it cannot work with.", "Functions cannot be divided, their values can. Is every function in your line called with x?"),
    ru=("Новая функция останавливается с TypeError: какое-то действие получает не то, с чем умеет работать.", "Функции делить нельзя, а их значения можно. Все ли функции в вашей строке вызваны с x?"),
)
def functions_not_called(f, df, g, dg):
    return lambda x: (df * g - f * dg) / g**2


@quotient_rule.alternative
def as_two_fractions(f, df, g, dg):
    def derivative(x):
        return df(x) / g(x) - f(x) * dg(x) / g(x) ** 2

    return derivative


@quotient_rule.alternative
def as_a_product(f, df, g, dg):
    return lambda x: df(x) * g(x) ** -1.0 - f(x) * dg(x) * g(x) ** -2.0


@quotient_rule.alternative
def one_after_another(f, df, g, dg):
    def derivative(x):
        if np.ndim(x):
            return [derivative(v) for v in x]
        below = g(x)
        return (df(x) * below - f(x) * dg(x)) / (below * below)

    return derivative


quotient_rule.equal(quotient_rule, "g(x) ** 2", "a square has no sign")
quotient_rule.equal(as_two_fractions, "g(x) ** 2", "a square has no sign, and a product may be grouped at will")
quotient_rule.equal(as_a_product, "g(x) ** -2.0", "a square has no sign, and a product may be grouped at will")
quotient_rule.equal(one_after_another, "if np.ndim(x):", "one formula serves arrays and numbers, so the loop is a matter of taste")
