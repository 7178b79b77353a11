"""Questions on unit 01: derivatives and limits."""

import numpy as np

from autograder.review.predict import As, Drawn, One, predict
from autograder.review.task import stated

SQUARE = As("x²", lambda x: x**2)
CUBE = As("x³", lambda x: x**3)
BENT = As("x² − 3x", lambda x: x**2 - 3 * x)


@predict(
    "position",
    en="A trip: for the first 25 minutes 1 km a minute, then twice as fast. How many kilometres are behind us after {t} minutes?",
    ru="Поездка: первые 25 минут по 1 км в минуту, дальше вдвое быстрее. Сколько километров позади через {t} минут?",
)
def _(one: One) -> Drawn:
    return {"t": one(30.0, 35.0, 40.0, 45.0, 50.0)}


@predict(
    "velocity",
    en="A trip: for the first 25 minutes 1 km a minute, then twice as fast. How fast are we at minute {t}, in km per minute?",
    ru="Поездка: первые 25 минут по 1 км в минуту, дальше вдвое быстрее. С какой скоростью мы едем на {t}-й минуте, в км/мин?",
)
def _(one: One) -> Drawn:
    return {"t": one(10.0, 20.0, 30.0, 40.0)}


@predict(
    "difference_quotient",
    en="f(x) = {f}. What is the difference quotient Δf/Δx at x₀ = {x0} with Δx = {dx}?",
    ru="f(x) = {f}. Чему равно разностное отношение Δf/Δx в точке x₀ = {x0} при Δx = {dx}?",
)
def _(one: One) -> Drawn:
    return {"f": one(SQUARE, BENT), "x0": one(2.0, 3.0, 4.0), "dx": one(0.5, 2.0, -1.0)}


@predict(
    "shrinking_quotients",
    en="f(x) = {f}, x₀ = {x0}. What are the difference quotients for Δx = {dxs}, in this order?",
    ru="f(x) = {f}, x₀ = {x0}. Чему равны разностные отношения при Δx = {dxs}, в этом порядке?",
)
def _(one: One) -> Drawn:
    return {"f": SQUARE, "x0": one(1.0, 2.0, 3.0, 5.0), "dxs": np.array(one([2.0, 1.0], [1.0, 0.5], [-1.0, -0.5]))}


@predict(
    "line_slope",
    en="What is the derivative of {a}·x + {b} at x = {x}?",
    ru="Чему равна производная функции {a}·x + {b} при x = {x}?",
)
def _(one: One) -> Drawn:
    a, b, x = one.some(3, 2.0, 3.0, 5.0, 7.0)
    return {"a": a, "b": b, "x": x}


@predict(
    "parabola_slope",
    en="What is the derivative of {a}·x² + {b} at x = {x}?",
    ru="Чему равна производная функции {a}·x² + {b} при x = {x}?",
)
def _(one: One) -> Drawn:
    a, b, x = one.some(3, 2.0, 3.0, 4.0, 5.0)
    return {"a": a, "b": b, "x": x}


@predict(
    "central_difference",
    en="f(x) = {f}. What does the central difference give at x₀ = {x0} with h = {h}? (Not the exact slope: the quotient.)",
    ru="f(x) = {f}. Что даёт центральная разность в точке x₀ = {x0} при h = {h}? (Не точный наклон, а само отношение.)",
)
def _(one: One) -> Drawn:
    return {"f": CUBE, "x0": one(2.0, 3.0, 4.0), "h": one(1.0, 2.0)}


@predict(
    "tangent_line",
    en="f(x) = {f}, f′(x) = {df}. The tangent touches at x₀ = {x0}. How high is it at x = 5?",
    ru="f(x) = {f}, f′(x) = {df}. Проведена касательная в точке x₀ = {x0}. На какой она высоте при x = 5?",
    pick=lambda line: line(5.0),
)
def _(one: One) -> Drawn:
    f, df = one((SQUARE, As("2x", lambda x: 2 * x)), (BENT, As("2x − 3", lambda x: 2 * x - 3)))
    return {"f": f, "df": df, "x0": one(1.0, 2.0, 3.0)}


@predict(
    "numerical_gradient",
    en="f(x₁, x₂) = {f}. What is the gradient at the point {point}? Two numbers.",
    ru="f(x₁, x₂) = {f}. Чему равен градиент в точке {point}? Два числа.",
)
def _(one: One) -> Drawn:
    f = one(
        As("x₁² + 3x₂", lambda x: x[0] ** 2 + 3 * x[1]),
        As("x₁·x₂", lambda x: x[0] * x[1]),
        As("x₁² − x₂²", lambda x: x[0] ** 2 - x[1] ** 2),
    )
    return {"f": f, "point": np.array(one.some(2, 1.0, 2.0, 3.0, 4.0))}


# What the tasks of the lesson say with the help of what stands around them, in words that stand alone.
stated(
    "position",
    en="""\
`position(t)` returns how many kilometres a car has gone after `t` minutes: 1 km per minute for 25 minutes, then 2 km per minute. `t` is a number or a NumPy array of any shape, 0 or more; the answer has the shape of `t`.

Example: `position(40.0)` is `55.0`.""",
    ru="""\
`position(t)` возвращает, сколько километров проехала машина за `t` минут: 25 минут по 1 км в минуту, потом по 2 км в минуту. `t` — число или массив NumPy любой формы, значения не меньше 0; у ответа та же форма, что у `t`.

Пример: `position(40.0)` равно `55.0`.""",
)
stated(
    "velocity",
    en="""\
A car goes 1 km per minute for 25 minutes, then 2 km per minute. `velocity(t)` returns the derivative of the path at the moment `t`, in km per minute, for a number or an array, in the shape of `t`. The moment t = 25 itself is not tested.

Example: `velocity(40.0)` is `2.0`.""",
    ru="""\
Машина едет 25 минут по 1 км в минуту, потом по 2 км в минуту. `velocity(t)` возвращает производную пути в момент `t`, в км в минуту, для числа или массива, той же формы, что `t`. Сам момент t = 25 не проверяется.

Пример: `velocity(40.0)` равно `2.0`.""",
)
stated(
    "parabola_slope",
    en="""\
`parabola_slope(a, b, x)` returns the derivative of ax² + b at `x`. Here `a` and `b` are numbers; `x` is a number or an array, and the answer has its shape.

Example: `parabola_slope(1.0, 0.0, 3.0)` is `6.0`.""",
    ru="""\
`parabola_slope(a, b, x)` возвращает производную ax² + b в точке `x`. Здесь `a` и `b` — числа; `x` — число или массив, и у ответа та же форма.

Пример: `parabola_slope(1.0, 0.0, 3.0)` равно `6.0`.""",
)
