"""Slope of the secant through the points of f at x0 and x0 + dx."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u01_derivatives_and_limits.shared import random_cubic
from course.public import u01_derivatives_and_limits as public


@exercise(points=1)
def difference_quotient(f, x0, dx):
    return (f(x0 + dx) - f(x0)) / dx


# For a parabola a quotient to both sides is the derivative itself, so a cubic comes first.
difference_quotient.example(public.cube, 2.0, 0.5)
difference_quotient.example(public.square, 3.0, -0.5)
difference_quotient.example(public.parabola, -1, -3)
difference_quotient.example(public.wave, 0.5, 0.3)  # many digits
difference_quotient.example(public.wave, 0.5, 0.0001)  # a small step is a step, too


@difference_quotient.probe("simple")
def _(answer, rng):
    f, _ = random_cubic(rng)
    whole = sign = int(rng.choice([-1, 1]))  # x0 and dx may be whole numbers, here of one sign and of different ones
    return [
        answer(f, float(rng.uniform(1.0, 2.0)), 0.3),
        answer(np.sin, float(rng.uniform(0.2, 1.0)), 0.7),
        answer(f, whole * int(rng.integers(3, 6)), sign),
        answer(f, whole * int(rng.integers(3, 6)), -2 * sign),
    ]


@difference_quotient.probe("general")
def _(answer, rng):
    seen = []
    for size in (7.0, 0.4, 1e-3):
        side = rng.choice([-1.0, 1.0])  # both sides of 0, with every seed
        for sign in (-1, 1):
            f, _ = random_cubic(rng, falling=size == 0.4)
            x0 = float(side * sign * rng.uniform(0.1, 2.0))
            seen.append(answer(f, x0, sign * size * float(rng.uniform(0.8, 1.2))))
    return seen


@difference_quotient.mistake(
    en=("Δf is there, but it is not divided by Δx.", "For the line 2x the quotient is 2 for every dx. What does your function give for dx = 0.5 and for dx = 3?"),
    ru=("Δf найдено, но не разделено на Δx.", "Для прямой 2x отношение равно 2 при любом dx. Что даёт ваша функция при dx = 0.5 и при dx = 3?"),
)
def not_divided(f, x0, dx):
    return f(x0 + dx) - f(x0)


@difference_quotient.mistake(
    en=("The fraction is upside down.", "Kilometres per minute: which of the two differences goes to the top?"),
    ru=("Дробь перевёрнута.", "Километры в минуту: какая из двух разностей стоит в числителе?"),
)
def upside_down(f, x0, dx):
    return dx / (f(x0 + dx) - f(x0))


@difference_quotient.mistake(
    en=("One of the two differences is taken the wrong way round, so the sign is wrong.", "New minus old, above and below: for a rising function the quotient is positive."),
    ru=("Одна из двух разностей взята в обратном порядке, и знак вышел неверный.", "Новое минус старое — и сверху, и снизу: у растущей функции отношение положительно."),
)
def old_minus_new(f, x0, dx):
    return (f(x0) - f(x0 + dx)) / dx


@difference_quotient.mistake(
    en=("Brackets are missing: only the second value is divided by Δx.", "Division comes before subtraction. What exactly must be divided?"),
    ru=("Не хватает скобок: на Δx делится только второе значение.", "Деление выполняется раньше вычитания. Что именно нужно делить?"),
)
def brackets_missing(f, x0, dx):
    return f(x0 + dx) - f(x0) / dx


@difference_quotient.mistake(
    en=("For a negative Δx the sign of the result is wrong.", "With a negative dx both differences change their sign. Try the line 2x with dx = −1."),
    ru=("При отрицательном Δx у результата неверный знак.", "При отрицательном dx знак меняют обе разности. Проверьте на прямой 2x при dx = −1."),
)
def size_below(f, x0, dx):
    return (f(x0 + dx) - f(x0)) / abs(dx)


@difference_quotient.mistake(
    en=("A negative Δx is treated as a positive one.", "With dx < 0 the second point lies to the left of x0."),
    ru=("Отрицательное Δx считается положительным.", "При dx < 0 вторая точка лежит слева от x0."),
)
def always_to_the_right(f, x0, dx):
    return (f(x0 + abs(dx)) - f(x0)) / abs(dx)


@difference_quotient.mistake(
    en=("The second point is taken at Δx instead of x₀ + Δx.", "Δx is how far we move from x0. Where do we arrive?"),
    ru=("Вторая точка взята в Δx, а не в x₀ + Δx.", "Δx — это насколько мы сдвинулись от x0. Куда мы пришли?"),
)
def starts_from_zero(f, x0, dx):
    return (f(dx) - f(x0)) / dx


@difference_quotient.mistake(
    en=("The second point is on the wrong side of x₀.", "For dx > 0 it is x0 + dx, to the right."),
    ru=("Вторая точка оказалась не с той стороны от x₀.", "При dx > 0 это x0 + dx, то есть справа."),
)
def backwards(f, x0, dx):
    return (f(x0) - f(x0 - dx)) / dx


@difference_quotient.mistake(
    en=("The result is the derivative in x₀, or nearly so: it does not change with Δx.", "Here the secant itself is asked for. Its slope depends on dx."),
    ru=("Получилась производная в точке x₀ или почти она: от Δx результат не меняется.", "Здесь нужна сама секущая. Её наклон зависит от dx."),
)
def step_of_its_own(f, x0, dx):
    return (f(x0 + 1e-6) - f(x0 - 1e-6)) / 2e-6


@difference_quotient.mistake(
    en=("This is the central difference: the secant runs from x₀ − Δx to x₀ + Δx.", "In this task one end of the secant is x₀ itself."),
    ru=("Это центральная разность: секущая идёт от x₀ − Δx до x₀ + Δx.", "В этом задании один конец секущей — сама точка x₀."),
)
def to_both_sides(f, x0, dx):
    return (f(x0 + dx) - f(x0 - dx)) / (2 * dx)


@difference_quotient.mistake(
    en=("Δf is divided by the place of the second point, not by the distance.", "How far apart do the two points lie on the x axis?"),
    ru=("Δf делится на координату второй точки, а не на расстояние.", "Как далеко друг от друга лежат две точки на оси x?"),
)
def divided_by_the_place(f, x0, dx):
    return (f(x0 + dx) - f(x0)) / (x0 + dx)


@difference_quotient.mistake(
    en=("The height of the second point is divided by Δx, not the difference of heights.", "A slope compares two points. Where is the height in x₀?"),
    ru=("На Δx делится высота второй точки, а не разность высот.", "Наклон сравнивает две точки. Где высота в точке x₀?"),
)
def one_height_only(f, x0, dx):
    return f(x0 + dx) / dx


@difference_quotient.mistake(
    en=("This is the secant between the points x₀ and Δx.", "dx is no point: it says how far away from x0 the second point is."),
    ru=("Это секущая через точки x₀ и Δx.", "dx — не точка: это расстояние от x0 до второй точки, со знаком."),
)
def step_as_a_point(f, x0, dx):
    return (f(dx) - f(x0)) / (dx - x0) if dx != x0 else 0.0


@difference_quotient.mistake(
    en=("The two heights are added where they should be subtracted.", "On a horizontal line, where all heights are 5, the slope is 0. What does your function give?"),
    ru=("Две высоты сложены, а нужно вычитать.", "У горизонтальной прямой, где все высоты равны 5, наклон 0. Что даёт ваша функция?"),
)
def heights_added(f, x0, dx):
    return (f(x0 + dx) + f(x0)) / dx


@difference_quotient.mistake(
    en=("Every quotient comes out positive, even where the function falls.", "Where a function falls its secant falls too. What takes the sign away?"),
    ru=("Все отношения получаются положительными, даже там, где функция убывает.", "Там, где функция убывает, наклонена вниз и секущая. Что у вас отнимает знак?"),
)
def size_of_the_quotient(f, x0, dx):
    return abs((f(x0 + dx) - f(x0)) / dx)


@difference_quotient.alternative
def by_two_points(f, x0, dx):
    x1 = x0 + dx
    return (f(x1) - f(x0)) / (x1 - x0)


@difference_quotient.alternative
def both_turned_round(f, x0, dx):
    rise = f(x0) - f(x0 + dx)
    return np.float64(rise) / -dx
