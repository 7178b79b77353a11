"""Questions on unit 02: the chain rule."""

import numpy as np

from autograder.review.predict import As, Drawn, One, predict


def constant(value: float) -> As:
    """A function of which only one value is told."""
    return As(f"{value:g}".replace("-", "−"), lambda x: value + 0.0 * x)


@predict(
    "table_derivative",
    en="What is the derivative of x^{p} at x = {x}?",
    ru="Чему равна производная функции x^{p} при x = {x}?",
)
def power(one: One) -> Drawn:
    return {"name": "pow", "x": one(2.0, 3.0), "p": one(3.0, 4.0)}


@predict(
    "table_derivative",
    en="What is the derivative of {name}(x) at x = {x}?",
    ru="Чему равна производная функции {name}(x) при x = {x}?",
)
def ln_or_arctan(one: One) -> Drawn:
    return {"name": one("ln", "arctan"), "x": one(2.0, 3.0, 4.0)}


@predict(
    "table_derivative",
    en="What is the derivative of √x at x = {x}?",
    ru="Чему равна производная функции √x при x = {x}?",
)
def root(one: One) -> Drawn:
    return {"name": "sqrt", "x": one(4.0, 9.0, 16.0, 25.0)}


@predict(
    "product_rule",
    en="At one point f = {f}, f′ = {df}, g = {g}, g′ = {dg}. What is (f·g)′ there?",
    ru="В некоторой точке f = {f}, f′ = {df}, g = {g}, g′ = {dg}. Чему там равна (f·g)′?",
    pick=lambda rule: rule(1.0),
)
def _(one: One) -> Drawn:
    f, df, g, dg = map(constant, one.some(4, 2, 3, 4, 5, -1))
    return {"f": f, "df": df, "g": g, "dg": dg}


@predict(
    "quotient_rule",
    en="At one point f = {f}, f′ = {df}, g = {g}, g′ = {dg}. What is (f/g)′ there?",
    ru="В некоторой точке f = {f}, f′ = {df}, g = {g}, g′ = {dg}. Чему там равна (f/g)′?",
    pick=lambda rule: rule(1.0),
)
def _(one: One) -> Drawn:
    f, df, dg = map(constant, one.some(3, 1, 3, 5, 6, -1))
    return {"f": f, "df": df, "g": constant(one(2, 4)), "dg": dg}


@predict(
    "chain_rule",
    en="f′(u) = {df}, g(x) = {g}, g′(x) = {dg}. What is the derivative of f(g(x)) at x = 2?",
    ru="f′(u) = {df}, g(x) = {g}, g′(x) = {dg}. Чему равна производная f(g(x)) при x = 2?",
    pick=lambda rule: rule(2.0),
)
def _(one: One) -> Drawn:
    df = one(As("2u", lambda u: 2 * u), As("u + 1", lambda u: u + 1), As("3u", lambda u: 3 * u))
    g, dg = one(
        (As("3x + 1", lambda x: 3 * x + 1), As("3", lambda x: 3 + 0 * x)),
        (As("x²", lambda x: x**2), As("2x", lambda x: 2 * x)),
        (As("5x − 3", lambda x: 5 * x - 3), As("5", lambda x: 5 + 0 * x)),
    )
    return {"df": df, "g": g, "dg": dg}


LINKS = {
    "1 + 3u": (As("1 + 3u", lambda x: 1 + 3 * x), As("3", lambda x: 3 + 0 * x)),
    "u²": (As("u²", lambda x: x**2), As("2u", lambda x: 2 * x)),
    "2u": (As("2u", lambda x: 2 * x), As("2", lambda x: 2 + 0 * x)),
    "u − 3": (As("u − 3", lambda x: x - 3), As("1", lambda x: 1 + 0 * x)),
}


@predict(
    "chain_n",
    en="x goes through two links: first u ↦ {links[0][0]}, then u ↦ {links[1][0]}. What is the derivative of the whole chain at x = {x}?",
    ru="x проходит через два звена: сначала u ↦ {links[0][0]}, потом u ↦ {links[1][0]}. Чему равна производная всей цепочки при x = {x}?",
)
def _(one: One) -> Drawn:
    first, second = one(("1 + 3u", "u²"), ("u²", "1 + 3u"), ("2u", "u²"), ("u − 3", "u²"))
    return {"links": [LINKS[first], LINKS[second]], "x": one(1.0, 2.0, 4.0)}


@predict(
    "total_derivative",
    en="y = u₁·u₂ with u₁ = {inner[0]} and u₂ = {inner[1]}. What is dy/dx at x = {x}?",
    ru="y = u₁·u₂, где u₁ = {inner[0]} и u₂ = {inner[1]}. Чему равно dy/dx при x = {x}?",
)
def _(one: One) -> Drawn:
    (first, d_first), (second, d_second) = one.some(
        2,
        (As("3x", lambda x: 3 * x), As("3", lambda x: 3 + 0 * x)),
        (As("x²", lambda x: x**2), As("2x", lambda x: 2 * x)),
        (As("x + 1", lambda x: x + 1), As("1", lambda x: 1 + 0 * x)),
        (As("2x − 1", lambda x: 2 * x - 1), As("2", lambda x: 2 + 0 * x)),
    )
    partials = [As("u₂", lambda u: u[1]), As("u₁", lambda u: u[0])]
    return {"partials": partials, "inner": [first, second], "d_inner": [d_first, d_second], "x": one(2.0, 3.0)}


RIGHT_ROWS = [
    (As("x²", lambda x: x**2), As("2x", lambda x: 2 * x)),
    (As("ln x", np.log), As("1/x", lambda x: 1 / x)),
    (As("sin x", np.sin), As("cos x", np.cos)),
    (As("√x", np.sqrt), As("1/(2√x)", lambda x: 0.5 / np.sqrt(x))),
]
WRONG_ROWS = [
    (As("x³", lambda x: x**3), As("3x³", lambda x: 3 * x**3)),
    (As("cos x", np.cos), As("sin x", np.sin)),
    (As("1/x", lambda x: 1 / x), As("1/x²", lambda x: 1 / x**2)),
    (As("arctan x", np.arctan), As("1/(1 + x)²", lambda x: 1 / (1 + x) ** 2)),
]


@predict(
    "wrong_rows",
    en="A table of functions and derivatives, counted from 0:\n\n"
    "* row 0: {rows[0][0]}, derivative {rows[0][1]}\n* row 1: {rows[1][0]}, derivative {rows[1][1]}\n"
    "* row 2: {rows[2][0]}, derivative {rows[2][1]}\n\nOne row is wrong. Which number does it have?",
    ru="Таблица функций и производных, строки считаются с 0:\n\n"
    "* строка 0: {rows[0][0]}, производная {rows[0][1]}\n* строка 1: {rows[1][0]}, производная {rows[1][1]}\n"
    "* строка 2: {rows[2][0]}, производная {rows[2][1]}\n\nВ одной строке ошибка. Каков номер этой строки?",
)
def _(one: One) -> Drawn:
    rows = [*one.some(2, *RIGHT_ROWS), one(*WRONG_ROWS)]
    return {"rows": one.some(3, *rows), "xs": np.array([1.5, 2.0, 3.0])}
