"""One step of gradient descent on the sum of squares, both weights at the same time."""

import numpy as np

from autograder.exercise import exercise
from autograder.parts import part_of


@exercise(points=2)
def board_step(w0, w1, x, y, learning_rate):
    r = w0 + w1 * np.asarray(x) - np.asarray(y)
    return w0 - learning_rate * 2 * np.sum(r), w1 - learning_rate * 2 * np.sum(r * np.asarray(x))


board_step.example(0.0, 0.0, np.array([2.0, 4.0]), np.array([1.0, 3.0]), 0.1)
board_step.example(1.0, -0.5, np.array([0.0, 2.0, 6.0]), np.array([4.0, 1.0, 2.0]), 0.01)


for _which in range(2):  # a half of the points for each weight

    @board_step.probe("simple")
    def _(answer, rng, which=_which):
        starts = (0.0, 0.0), tuple(map(float, rng.normal(size=2)))
        return [
            part_of(answer(*start, rng.uniform(1.5, 6.0, size=m), rng.normal(scale=3.0, size=m), float(rng.uniform(0.01, 0.1))), which, 2)
            for start, m in zip(starts, (2, 1), strict=True)
        ]

    @board_step.probe("general")
    def _(answer, rng, which=_which):
        seen = []
        for m in (4, 7, 2):
            (w0, w1), rate = map(float, rng.normal(size=2)), float(rng.uniform(0.01, 0.2))
            seen.append(answer(w0, w1, rng.normal(scale=2.0, size=m) + 1.0, rng.normal(scale=3.0, size=m), rate))
        return [part_of(pair, which, 2) for pair in seen]


@board_step.mistake(
    en=("w₁ already sees the new w₀.", "Both derivatives belong to the old pair. Compute the two of them before you change either weight."),
    ru=("При вычислении w₁ используется уже новый w₀.", "Обе производные берутся в старой точке. Вычислите их обе до того, как менять веса."),
)
def one_after_the_other(w0, w1, x, y, learning_rate):
    w0 = w0 - learning_rate * 2 * np.sum(w0 + w1 * x - y)
    w1 = w1 - learning_rate * 2 * np.sum((w0 + w1 * x - y) * x)
    return w0, w1


@board_step.mistake(
    en=("The mean is used where the board has a sum.", "Here Q has no 1/m in front: compare with the first formula of the exercise."),
    ru=("Взято среднее, а на доске стоит сумма.", "Здесь перед Q нет множителя 1/m: сравните с формулой из задания."),
)
def mean_for_sum(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return w0 - learning_rate * 2 * np.mean(r), w1 - learning_rate * 2 * np.mean(r * x)


@board_step.mistake(
    en=("The 2 of the square is missing in both derivatives.", "Differentiate one square and see which factor comes out in front."),
    ru=("В обеих производных потеряна двойка от квадрата.", "Продифференцируйте один квадрат: какой множитель выходит вперёд?"),
)
def no_two(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return w0 - learning_rate * np.sum(r), w1 - learning_rate * np.sum(r * x)


@board_step.mistake(
    en=("The step goes uphill.", "The gradient points to where Q grows. Check the sign in the update."),
    ru=("Шаг ведёт в гору.", "Градиент показывает, куда Q растёт. Проверьте знак в обновлении."),
)
def board_uphill(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return w0 + learning_rate * 2 * np.sum(r), w1 + learning_rate * 2 * np.sum(r * x)


@board_step.mistake(
    en=("In the derivative with respect to w₁ the factor x is missing.", "When w₁ grows by 1, the prediction grows by x, not by 1."),
    ru=("В производной по w₁ нет множителя x.", "Когда w₁ вырастает на 1, предсказание вырастает на x, а не на 1."),
)
def x_forgotten(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return w0 - learning_rate * 2 * np.sum(r), w1 - learning_rate * 2 * np.sum(r)


@board_step.mistake(
    en=("The factor x stands in the derivative with respect to w₀ as well.", "When w₀ grows by 1, every prediction grows by exactly 1."),
    ru=("Множитель x попал и в производную по w₀.", "Когда w₀ вырастает на 1, каждое предсказание вырастает ровно на 1."),
)
def x_in_both(w0, w1, x, y, learning_rate):
    slope = 2 * np.sum((w0 + w1 * x - y) * x)
    return w0 - learning_rate * slope, w1 - learning_rate * slope


@board_step.mistake(
    en=("The two weights come back in the wrong order.", "The answer is a pair: the intercept w₀ first."),
    ru=("Два веса возвращены не в том порядке.", "Ответ — пара: сначала свободный член w₀."),
)
def swapped(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return w1 - learning_rate * 2 * np.sum(r * x), w0 - learning_rate * 2 * np.sum(r)


@board_step.mistake(
    en=("The gradient is returned, not the new weights.", "A step starts from the old weights and moves them."),
    ru=("Возвращён градиент, а не новые веса.", "Шаг начинается от старых весов и сдвигает их."),
)
def gradient_only(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return 2 * np.sum(r), 2 * np.sum(r * x)


@board_step.alternative
def board_by_loop(w0, w1, x, y, learning_rate):
    d0 = d1 = 0.0
    for xi, yi in zip(x, y, strict=True):
        d0 += 2 * (w0 + w1 * xi - yi)
        d1 += 2 * (w0 + w1 * xi - yi) * xi
    return w0 - learning_rate * d0, w1 - learning_rate * d1


@board_step.alternative
def board_by_matrix(w0, w1, x, y, learning_rate):
    X = np.column_stack([np.ones(len(x)), x])
    w = np.array([w0, w1])
    return w - 2 * learning_rate * X.T @ (X @ w - y)


@board_step.alternative
def board_multiplied_out(w0, w1, x, y, learning_rate):
    m, sx, sy, sxx, sxy = len(x), sum(x), sum(y), sum(x * x), sum(x * y)
    return [w0 - 2 * learning_rate * (m * w0 + w1 * sx - sy), w1 - 2 * learning_rate * (w0 * sx + w1 * sxx - sxy)]
