"""Derivative of f(g(x))."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u02_chain_rule.shared import LINE, SINE, SQUARE, random_functions
from autograder.judging.judge import function
from course.public import u02_chain_rule as public


@exercise(points=2)
def chain_rule(df, g, dg):
    return lambda x: df(g(x)) * dg(x)


chain_rule.example(public.d_sine, *SQUARE, then=((1.0,), (-0.5,)))
chain_rule.example(public.d_square, *LINE, then=((1.0,),))
chain_rule.example(public.d_cube, *SINE, then=((0.5,), (np.array([1.0, 2.0]),)))


@chain_rule.probe("general")
def _(answer, rng):
    (_, da), (b, db), (c, dc), (d, dd) = random_functions(rng)
    made = [function(answer(da, b, db)), function(answer(db, d, dd)), function(answer(dc, b, db)), function(answer(dd, c, dc))]
    return [line(x) for line in made for x in (float(rng.uniform(0.5, 1.3)), -float(rng.uniform(0.5, 1.1)), 1)]


@chain_rule.probe("vector")
def _(answer, rng):
    (_, da), (b, db), (c, dc), (d, dd) = random_functions(rng)
    first, second, third = function(answer(da, d, dd)), function(answer(dd, b, db)), function(answer(db, d, dd))
    whole = rng.permutation([-2, -1, 1, 2])[:3]  # an array of whole numbers is an array too
    return [first(rng.uniform(-1.2, 1.2, size=4)), second(rng.uniform(0.3, 1.2, size=(2, 3))), third(whole)]


@chain_rule.mistake(
    en=("The outer rate is taken at x.", "What enters the outer function is g(x): its rate is measured there."),
    ru=("Внешняя скорость взята в точке x.", "Во внешнюю функцию входит g(x): там и измеряется её скорость."),
)
def both_rates_at_x(df, g, dg):
    return lambda x: df(x) * dg(x)


@chain_rule.mistake(
    en=("The inner rate is missing.", "The inner value moves as well when x moves: how fast?"),
    ru=("Не хватает внутренней скорости.", "Внутреннее значение тоже меняется вместе с x: с какой скоростью?"),
)
def inner_rate_forgotten(df, g, dg):
    return lambda x: df(g(x))


@chain_rule.mistake(
    en=("The outer rate is taken at the derivative of the inner function.", "The outer function never sees g′: which number enters it?"),
    ru=("Внешняя скорость взята в точке, равной производной внутренней функции.", "Внешняя функция не видит g′: какое число в неё входит?"),
)
def outer_at_inner_derivative(df, g, dg):
    return lambda x: df(dg(x))


@chain_rule.mistake(
    en=("The outer rate is multiplied by the inner value.", "Two rates are multiplied: which of your two factors is not a rate?"),
    ru=("Внешняя скорость умножена на внутреннее значение.", "Перемножаются две скорости: какой из ваших множителей не скорость?"),
)
def times_inner_value(df, g, dg):
    return lambda x: df(g(x)) * g(x)


@chain_rule.mistake(
    en=("The two rates are added.", "6 km an hour and 60 kcal for each km: how many kcal an hour is that?"),
    ru=("Скорости сложены.", "6 км в час и 60 ккал на каждый километр: сколько это ккал в час?"),
)
def rates_added(df, g, dg):
    return lambda x: df(g(x)) + dg(x)


@chain_rule.mistake(
    en=("The inner rate is taken at the inner value.", "x enters the inner function, so that is where its rate is measured."),
    ru=("Внутренняя скорость взята в точке g(x).", "Во внутреннюю функцию входит x, значит, её скорость измеряется там."),
)
def inner_rate_at_inner_value(df, g, dg):
    return lambda x: df(g(x)) * dg(g(x))


@chain_rule.mistake(
    en=("The outer rate is taken at g(x)·g′(x).", "Only the inner value enters the outer function; the inner rate is a factor outside of it."),
    ru=("Внешняя скорость взята в точке g(x)·g′(x).", "Во внешнюю функцию входит только внутреннее значение; внутренняя скорость — множитель снаружи."),
)
def product_inside(df, g, dg):
    return lambda x: df(g(x) * dg(x))


@chain_rule.mistake(
    en=("The outer rate has been put into the inner function.", "Which of the two functions comes first when x goes in: the inner one or the outer one?"),
    ru=("Внешняя скорость подставлена во внутреннюю функцию.", "В какую из двух функций x входит сначала: во внутреннюю или во внешнюю?"),
)
def turned_inside_out(df, g, dg):
    return lambda x: g(df(x)) * dg(x)


@chain_rule.mistake(
    en=("The outer rate is divided by the inner one.", "6 km an hour and 60 kcal for each km: what is done with the two numbers?"),
    ru=("Внешняя скорость поделена на внутреннюю.", "6 км в час и 60 ккал на каждый километр: что делают с этими двумя числами?"),
)
def rates_divided(df, g, dg):
    return lambda x: df(g(x)) / dg(x)


@chain_rule.mistake(
    en=("The two rates have changed places.", "df belongs to the outer function and is measured at g(x); dg is measured at x."),
    ru=("Скорости поменялись местами.", "df относится к внешней функции и измеряется в точке g(x), а dg — в точке x."),
)
def rates_swapped(df, g, dg):
    return lambda x: df(x) * dg(g(x))


@chain_rule.mistake(
    en=("The function stops with a NameError: Python meets a name that it does not know there.", "There is no x before the new function is called. Is x used outside of it, or is a name misspelt?"),
    ru=("Функция останавливается с NameError: Python встречает имя, которое здесь не известно.", "До вызова новой функции никакого x нет. Не используется ли x вне её и нет ли в имени опечатки?"),
)
def x_too_early(df, g, dg):
    return df(g(x)) * dg(x)  # noqa: F821


@chain_rule.mistake(
    en=("The new function stops with a TypeError: some operation or function gets what it cannot work with.", "Functions cannot be multiplied, their values can. Is every function in your line called with a number?"),
    ru=("Новая функция останавливается с TypeError: какое-то действие или функция получает не то, с чем умеет работать.", "Функции перемножать нельзя, а их значения можно. Все ли функции в вашей строке вызваны с числом?"),
)
def functions_not_called(df, g, dg):
    return lambda x: df * dg


@chain_rule.mistake(
    en=("Python stops with a TypeError before there is a new function: a function stands where a number is due, as g does in df(g).", "A new function is due: with lambda x or a def inside. Only there is an x, and g(x) is the number that df can take."),
    ru=("Python останавливается с TypeError, когда новой функции ещё нет: на месте числа стоит функция, как g в df(g).", "Нужна новая функция: lambda x или def внутри. Только там есть x, а g(x) — то число, которое df может принять."),
)
def function_handed_over(df, g, dg):
    return df(g) * dg


@chain_rule.mistake(
    en=("The inner rate stands twice: as a factor, and as the point at which the outer rate is taken.", "Into the outer function goes what the inner one gives, not how fast it changes. Which of your two places needs a value?"),
    ru=("Внутренняя скорость стоит дважды: и множителем, и точкой, в которой взята внешняя скорость.", "Во внешнюю функцию входит то, что даёт внутренняя, а не скорость её изменения. На каком из двух мест нужно значение?"),
)
def inner_rate_twice(df, g, dg):
    return lambda x: df(dg(x)) * dg(x)


@chain_rule.mistake(
    en=("The two rates are taken at x and added: that is the rule for a sum.", "Here g stands inside the outer function. What enters the outer function, and what is done with two rates one behind the other?"),
    ru=("Обе скорости взяты в точке x и сложены: это правило для суммы.", "Здесь g стоит внутри внешней функции. Что входит во внешнюю функцию и что делают со скоростями звеньев, идущих друг за другом?"),
)
def rule_of_the_sum(df, g, dg):
    return lambda x: df(x) + dg(x)


@chain_rule.alternative
def in_steps(df, g, dg):
    def derivative(x):
        u = g(x)
        return dg(x) * df(u)

    return derivative


@chain_rule.alternative
def by_numbers(df, g, dg):
    def derivative(x):
        if np.ndim(x):
            return [derivative(v) for v in x]
        return df(g(x)) * dg(x)

    return derivative


@chain_rule.alternative
def callable_object(df, g, dg):
    class Derivative:
        def __call__(self, x):
            return df(g(x)) * dg(x)

    return Derivative()


chain_rule.equal(by_numbers, "if np.ndim(x):", "one formula serves arrays and numbers, so the loop is a matter of taste")
