"""Derivative of the product f(x) * g(x)."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u02_chain_rule.shared import BELL, CUBE, SINE, SQUARE, random_functions
from autograder.judge import function


@exercise(points=2)
def product_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) + f(x) * dg(x)


product_rule.example(*SQUARE, *SINE, then=((1.0,), (2.0,)))
product_rule.example(*CUBE, *BELL, then=((2.0,), (np.array([0.5, -1.0]),)))


@product_rule.probe("general")
def _(answer, rng):
    a, b, c, d = random_functions(rng)
    made = [function(answer(*a, *b)), function(answer(*c, *d)), function(answer(*b, *c))]
    return [line(x) for line in made for x in (float(rng.uniform(0.5, 1.5)), -0.8)]


@product_rule.probe("vector")
def _(answer, rng):
    a, b, c, d = random_functions(rng)
    return [function(answer(*d, *a))(rng.uniform(-1.2, 1.2, size=4)), function(answer(*b, *c))(rng.uniform(0.3, 1.2, size=(2, 3)))]


@product_rule.mistake(
    en=("The two derivatives are multiplied.", "A product has two factors, and each of them may move while the other stands still: that makes two terms."),
    ru=("Перемножены две производные.", "В произведении два множителя, и каждый может меняться, пока другой стоит: получаются два слагаемых."),
)
def derivatives_multiplied(f, df, g, dg):
    return lambda x: df(x) * dg(x)


@product_rule.mistake(
    en=("The two terms are subtracted.", "The minus belongs to the quotient. If both factors grow, the product grows faster."),
    ru=("Два слагаемых вычитаются.", "Минус — из правила для частного. Если оба множителя растут, произведение растёт тем быстрее."),
)
def product_with_minus(f, df, g, dg):
    return lambda x: df(x) * g(x) - f(x) * dg(x)


@product_rule.mistake(
    en=("One of the two terms is missing.", "Your function lets only f move. What if g moves and f stands still?"),
    ru=("Не хватает одного из двух слагаемых.", "У вас меняется только f. А если меняется g, а f стоит на месте?"),
)
def first_term_only(f, df, g, dg):
    return lambda x: df(x) * g(x)


@product_rule.mistake(
    en=("Each function meets its own derivative.", "While f moves, the other factor stands still: with which function is f′ multiplied?"),
    ru=("Каждая функция умножена на собственную производную.", "Пока меняется f, другой множитель стоит: на какую функцию умножается f′?"),
)
def each_with_its_own(f, df, g, dg):
    return lambda x: f(x) * df(x) + g(x) * dg(x)


@product_rule.mistake(
    en=("The derivatives are only added: that is the rule for a sum.", "The area of a large rectangle grows faster than that of a small one, so f and g themselves must appear."),
    ru=("Производные просто сложены: это правило для суммы.", "Площадь большого прямоугольника растёт быстрее, чем маленького, поэтому нужны и сами f и g."),
)
def rule_of_the_sum(f, df, g, dg):
    return lambda x: df(x) + dg(x)


@product_rule.mistake(
    en=("This is the product itself.", "Its derivative is asked for: where are df and dg used?"),
    ru=("Это само произведение.", "Нужна его производная: где у вас используются df и dg?"),
)
def product_itself(f, df, g, dg):
    return lambda x: f(x) * g(x)


@product_rule.mistake(
    en=("A prime is missing in the second term.", "In each of the two terms exactly one function carries a prime."),
    ru=("Во втором слагаемом пропал штрих.", "В каждом из двух слагаемых штрих стоит ровно у одной функции."),
)
def second_prime_missing(f, df, g, dg):
    return lambda x: df(x) * g(x) + f(x) * g(x)


@product_rule.alternative
def by_inner_function(f, df, g, dg):
    def derivative(x):
        first = f(x) * dg(x)
        second = g(x) * df(x)
        return first + second

    return derivative


@product_rule.alternative
def number_after_number(f, df, g, dg):
    def derivative(x):
        if np.ndim(x):
            return [derivative(v) for v in x]
        return sum(a(x) * b(x) for a, b in ((f, dg), (df, g)))

    return derivative
