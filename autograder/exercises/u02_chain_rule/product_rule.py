"""Derivative of the product f(x) * g(x)."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u02_chain_rule.shared import BELL, CUBE, SINE, SQUARE, random_functions
from autograder.judging.judge import function
from course.public import u02_chain_rule as public


@exercise(points=2)
def product_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) + f(x) * dg(x)


product_rule.example(*SQUARE, *SINE, then=((1.0,), (2.0,)))
product_rule.example(*SQUARE, public.plus_one, public.one, then=((2.0,),))
product_rule.example(*CUBE, *BELL, then=((2.0,), (np.array([0.5, -1.0, 0.0]),)))  # the cube is 0 at 0


@product_rule.probe("general")
def _(answer, rng):
    a, b, c, d = random_functions(rng)
    made = [function(answer(*a, *b)), function(answer(*c, *d)), function(answer(*b, *c))]
    return [line(x) for line in made for x in (float(rng.uniform(0.5, 1.5)), -float(rng.uniform(0.5, 1.1)), int(rng.integers(1, 4)))]


@product_rule.probe("vector")
def _(answer, rng):
    a, b, c, d = random_functions(rng)
    first, second, third = function(answer(*d, *a)), function(answer(*b, *c)), function(answer(*c, *b))
    whole = rng.permutation([-2, -1, 1, 2])[:3]  # an array of whole numbers is an array too
    return [first(rng.uniform(-1.2, 1.2, size=4)), second(rng.uniform(0.3, 1.2, size=(2, 3))), third(whole)]


@product_rule.probe("edge", credit=0.5)
def _(answer, rng):
    """Where either factor is 0 there is a slope all the same."""
    a, x0, k = random_functions(rng)[int(rng.integers(4))], float(rng.uniform(0.3, 0.8)), float(rng.uniform(0.6, 1.4))
    zero = (lambda x: np.sin(k * (x - x0))), (lambda x: k * np.cos(k * (x - x0)))
    line, other = function(answer(*zero, *a)), function(answer(*a, *zero))
    return [line(x0), other(x0), line(np.array([x0, 1.0])), other(np.array([-1.0, x0]))]


@product_rule.mistake(
    en=("The two derivatives are multiplied.", "A product has two factors, and each of them may move while the other stands still: that makes two terms."),
    ru=("Перемножены две производные.", "В произведении два множителя, и каждый может меняться, пока другой стоит: получаются два слагаемых."),
)
def derivatives_multiplied(f, df, g, dg):
    return lambda x: df(x) * dg(x)


@product_rule.mistake(
    en=("The two terms are subtracted.", "The minus belongs to the quotient. If both factors are positive and grow, the product grows faster."),
    ru=("Два слагаемых вычитаются.", "Минус — из правила для частного. Если оба множителя положительны и растут, произведение растёт тем быстрее."),
)
def product_with_minus(f, df, g, dg):
    return lambda x: df(x) * g(x) - f(x) * dg(x)


@product_rule.mistake(
    en=("There is a third term: the product of the two derivatives.", "The tiny corner of the rectangle shrinks much faster than its strips. What is left of it in the limit?"),
    ru=("Есть третье слагаемое: произведение двух производных.", "Крошечный уголок прямоугольника убывает гораздо быстрее полос. Что от него остаётся в пределе?"),
)
def corner_kept(f, df, g, dg):
    return lambda x: df(x) * g(x) + f(x) * dg(x) + df(x) * dg(x)


@product_rule.mistake(
    en=("One of the two terms is missing.", "The result is right where only f moves. What if g moves and f stands still?"),
    ru=("Не хватает одного из двух слагаемых.", "Результат верен, когда меняется только f. А если меняется g, а f стоит на месте?"),
)
def first_term_only(f, df, g, dg):
    return lambda x: df(x) * g(x)


@product_rule.mistake(
    en=("Only one of the two factors moves.", "The result is right where f stands still. What if f moves and g stands still?"),
    ru=("Меняется только один из двух множителей.", "Результат верен, когда f стоит на месте. А если меняется f, а g стоит на месте?"),
)
def second_term_only(f, df, g, dg):
    return lambda x: f(x) * dg(x)


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
    en=("This is the product itself.", "Its derivative is asked for: how fast does each of the factors move?"),
    ru=("Это само произведение.", "Нужна его производная: с какой скоростью меняется каждый из множителей?"),
)
def product_itself(f, df, g, dg):
    return lambda x: f(x) * g(x)


@product_rule.mistake(
    en=("A prime is missing in the term that should have f′.", "Two terms, and in each of them exactly one of the two functions carries a prime."),
    ru=("Пропал штрих в слагаемом, где должна быть f′.", "Слагаемых два, и в каждом штрих стоит ровно у одной из двух функций."),
)
def first_prime_missing(f, df, g, dg):
    return lambda x: f(x) * g(x) + f(x) * dg(x)


@product_rule.mistake(
    en=("The two terms are multiplied.", "Two strips make the rectangle grow: what is done with their areas?"),
    ru=("Два слагаемых перемножены.", "Прямоугольник растёт на две полосы: что делают с их площадями?"),
)
def terms_multiplied(f, df, g, dg):
    return lambda x: df(x) * g(x) * f(x) * dg(x)


@product_rule.mistake(
    en=("The result is that of the chain rule.", "Here f and g stand side by side, each at x; neither is inside the other."),
    ru=("Получился результат цепного правила.", "Здесь f и g стоят рядом, и обе в точке x: ни одна не лежит внутри другой."),
)
def as_a_chain(f, df, g, dg):
    return lambda x: df(g(x)) * dg(x)


@product_rule.mistake(
    en=("A prime is missing in the term that should have g′.", "In each of the two terms exactly one function carries a prime."),
    ru=("Пропал штрих в слагаемом, где должна быть g′.", "В каждом из двух слагаемых штрих стоит ровно у одной функции."),
)
def second_prime_missing(f, df, g, dg):
    return lambda x: df(x) * g(x) + f(x) * g(x)


@product_rule.mistake(
    en=("The function stops with a NameError: Python meets a name that it does not know there.", "There is no x before the new function is called. Is x used outside of it, or is a name misspelt?"),
    ru=("Функция останавливается с NameError: Python встречает имя, которое здесь не известно.", "До вызова новой функции никакого x нет. Не используется ли x вне её и нет ли в имени опечатки?"),
)
def x_too_early(f, df, g, dg):
    return df(x) * g(x) + f(x) * dg(x)  # noqa: F821


@product_rule.mistake(
    en=("Python stops with a TypeError: some operation or function gets what it cannot work with.", "Functions cannot be multiplied, their values can. Is every function called with x, inside a lambda or a def?"),
    ru=("Python останавливается с TypeError: какое-то действие или функция получает не то, с чем умеет работать.", "Функции перемножать нельзя, а их значения можно. Вызвана ли с x каждая функция, внутри lambda или def?"),
)
def functions_not_called(f, df, g, dg):
    return lambda x: df * g + f * dg


@product_rule.mistake(
    en=("Where one of the factors is 0, no number comes back.", "Is something divided by f or by g? A product has a slope there, too, and its rule needs no division."),
    ru=("Где один из множителей равен 0, получается не число.", "Делится ли что-то на f или на g? Наклон у произведения есть и там, и его правилу деление не нужно."),
)
def divided_by_the_factors(f, df, g, dg):
    return lambda x: f(x) * g(x) * (np.divide(df(x), f(x)) + np.divide(dg(x), g(x)))


@product_rule.mistake(
    en=("In one of the terms g is inside df, where it should stand beside it.", "g(x) in the brackets of df belongs to the chain rule. What do the two factors of a product have in their brackets?"),
    ru=("В одном из слагаемых g стоит внутри df, а должна стоять рядом.", "g(x) в скобках у df — это цепное правило. А что стоит в скобках у множителей произведения?"),
)
def second_inside_the_first(f, df, g, dg):
    return lambda x: df(g(x)) + f(x) * dg(x)


@product_rule.alternative
def by_inner_function(f, df, g, dg):
    def derivative(x):
        second = g(x) * df(x)
        return f(x) * dg(x) + second

    return derivative


@product_rule.alternative
def number_after_number(f, df, g, dg):
    def derivative(x):
        if np.ndim(x):
            return [derivative(v) for v in x]
        return np.dot([f(x), g(x)], [dg(x), df(x)])

    return derivative


product_rule.equal(number_after_number, "np.dot", "the order of the two terms and of their factors does not matter")
