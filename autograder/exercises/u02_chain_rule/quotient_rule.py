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
quotient_rule.example(public.itself, public.one, *BELL, then=((2.0,), (0.0,)))
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


@quotient_rule.probe("edge", credit=0.5)
def _(answer, rng):
    """Where the numerator is 0 there is a slope all the same."""
    a, x0, k = random_functions(rng)[int(rng.integers(4))], float(rng.uniform(0.3, 0.8)), float(rng.uniform(0.6, 1.4))
    zero = (lambda x: np.sin(k * (x - x0))), (lambda x: k * np.cos(k * (x - x0)))
    line = function(answer(*zero, *a))
    return [line(x0), line(np.array([x0, 1.0]))]


@quotient_rule.mistake(
    en=("One derivative is divided by the other.", "The rule has a numerator of two terms and the square of a function below the line."),
    ru=("Одна производная поделена на другую.", "В правиле числитель из двух слагаемых, а под чертой — квадрат функции."),
)
def derivatives_divided(f, df, g, dg):
    return lambda x: df(x) / dg(x)


@quotient_rule.mistake(
    en=("The result is that of a numerator in which the two terms are added.", "If f and g are positive and only g grows, the fraction becomes smaller: which sign does the term with g′ have?"),
    ru=("Результат такой, как если слагаемые числителя сложить.", "Если f и g положительны и растёт только g, дробь уменьшается: какой знак у слагаемого с g′?"),
)
def quotient_with_plus(f, df, g, dg):
    return lambda x: (df(x) * g(x) + f(x) * dg(x)) / g(x) ** 2


@quotient_rule.mistake(
    en=("The result has the wrong sign: it is what the two terms of the numerator give in the wrong order.", "If g is positive and only f grows, the fraction grows: the term with f′ comes first, with a plus."),
    ru=("У результата неверный знак: так выходит, если два слагаемых числителя стоят не в том порядке.", "Если g положительна и растёт только f, дробь растёт: слагаемое с f′ идёт первым и берётся с плюсом."),
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
    en=("The new function stops with a TypeError: some operation or function gets what it cannot work with.", "Functions cannot be divided, their values can. Is every function in your line called with x?"),
    ru=("Новая функция останавливается с TypeError: какое-то действие или функция получает не то, с чем умеет работать.", "Функции делить нельзя, а их значения можно. Все ли функции в вашей строке вызваны с x?"),
)
def functions_not_called(f, df, g, dg):
    return lambda x: (df * g - f * dg) / g**2


@quotient_rule.mistake(
    en=("Where the numerator is 0, no number comes back.", "A fraction with 0 above the line has a slope, too. By which of the two functions may one divide?"),
    ru=("Где числитель равен 0, получается не число.", "Наклон есть и у дроби с нулём в числителе. На какую из двух функций можно делить?"),
)
def divided_by_the_numerator(f, df, g, dg):
    return lambda x: f(x) / g(x) * (np.divide(df(x), f(x)) - dg(x) / g(x))


@quotient_rule.mistake(
    en=("The fraction is taken for a product with 1/g, and 1/g′ for the derivative of 1/g.", "Write 1/g as g to the power −1. What does the power rule make of it, and which factor comes from inside?"),
    ru=("Дробь взята как произведение с 1/g, а за производную 1/g принято 1/g′.", "Запишите 1/g как g в степени −1. Что даёт правило степени и какой множитель добавляет внутренняя функция?"),
)
def reciprocal_of_the_derivative(f, df, g, dg):
    return lambda x: df(x) / g(x) + f(x) / dg(x)


@quotient_rule.mistake(
    en=("The denominator is g at x², not the square of g(x).", "g²(x) means (g(x))². What is squared in your line: what enters g, or what comes out of it?"),
    ru=("В знаменателе g от x², а не квадрат g(x).", "g²(x) означает (g(x))². Что у вас возведено в квадрат: то, что входит в g, или то, что из неё выходит?"),
)
def square_of_the_argument(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x**2)


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
