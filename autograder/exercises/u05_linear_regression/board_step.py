"""One step of gradient descent on the sum of squares, both weights at the same time."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.parts import part_of


@exercise(points=2)
def board_step(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return w0 - 2 * learning_rate * np.sum(r), w1 - 2 * learning_rate * np.sum(r * x)


# Three objects, and a start other than (0, 0): there two mistakes look alike.
board_step.example(1.0, -0.5, np.array([0.5, 2.0, 6.0]), np.array([4.0, 1.0, 2.0]), 0.01)
board_step.example(0.0, 0.0, np.array([1.0, 2.0, 3.0]), np.array([3.0, 5.0, 7.0]), 0.01)
board_step.example(1, 2, np.array([3, 1, -2]), np.array([4, 6, 1]), 0.05)


for _which in range(2):  # a half of the points for each weight

    @board_step.probe("simple", part=f"w{_which}")
    def _(answer, rng, which=_which):
        starts = (0.0, 0.0), tuple(map(float, rng.normal(size=2)))
        return [
            part_of(answer(*start, rng.uniform(1.5, 6.0, size=m), rng.normal(scale=3.0, size=m), float(rng.uniform(0.01, 0.1))), which, 2)
            for start, m in zip(starts, (2, 1), strict=True)
        ]

    @board_step.probe("edge", credit=0.5, part=f"w{_which}")
    def _(answer, rng, which=_which):
        seen = []
        for m in (3, 6):  # whole numbers: nothing may be cut off because of that
            w0, w1 = (int(w) for w in rng.choice([-4, -3, -2, 2, 3, 4], size=2))
            seen.append(answer(w0, w1, rng.integers(1, 6, size=m), rng.integers(30, 60, size=m), float(rng.uniform(0.01, 0.1))))
        return [part_of(pair, which, 2) for pair in seen]

    @board_step.probe("general", part=f"w{_which}")
    def _(answer, rng, which=_which):
        seen = []
        for m in (4, 7, 2):
            (w0, w1), rate = map(float, rng.normal(size=2)), float(rng.uniform(0.01, 0.2))
            seen.append(answer(w0, w1, rng.normal(scale=2.0, size=m) + 1.0, rng.normal(scale=3.0, size=m), rate))
        return [part_of(pair, which, 2) for pair in seen]


@board_step.mistake(
    en=("The new w₁ is that of a step in which w₀ has already moved.", "Both derivatives belong to the old pair. Compute the two of them before you change either weight."),
    ru=("Новый w₁ такой, будто w₀ к этому времени уже сдвинулся.", "Обе производные берутся в старой точке. Вычислите их обе до того, как менять веса."),
)
def one_after_the_other(w0, w1, x, y, learning_rate):
    w0 = w0 - learning_rate * 2 * np.sum(w0 + w1 * x - y)
    w1 = w1 - learning_rate * 2 * np.sum((w0 + w1 * x - y) * x)
    return w0, w1


@board_step.mistake(
    en=("The new w₀ is that of a step in which w₁ has already moved.", "In what order does your code change the weights, and at which pair does it take each derivative?"),
    ru=("Новый w₀ такой, будто w₁ к этому времени уже сдвинулся.", "В каком порядке ваш код меняет веса и в какой точке берёт каждую производную?"),
)
def slope_first(w0, w1, x, y, learning_rate):
    w1 = w1 - learning_rate * 2 * np.sum((w0 + w1 * x - y) * x)
    w0 = w0 - learning_rate * 2 * np.sum(w0 + w1 * x - y)
    return w0, w1


@board_step.mistake(
    en=("The weights move after every single object.", "One step looks at all objects with the old weights. Add up first: what belongs in the loop and what after it?"),
    ru=("Веса сдвигаются после каждого объекта.", "Один шаг смотрит на все объекты при старых весах. Сначала сложите: что должно быть в цикле, а что после него?"),
)
def moved_in_the_loop(w0, w1, x, y, learning_rate):
    for a, b in zip(x, y):
        r = w0 + w1 * a - b
        w0, w1 = w0 - learning_rate * 2 * r, w1 - learning_rate * 2 * r * a
    return w0, w1


@board_step.mistake(
    en=("The result is only the step, without the place it starts from.", "With learning_rate = 0 the weights must stay what they were. What comes out of your code then?"),
    ru=("Получился только сам шаг, без точки, из которой он сделан.", "При learning_rate = 0 веса должны остаться прежними. Что тогда даёт ваш код?"),
)
def step_without_a_start(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return -learning_rate * 2 * np.sum(r), -learning_rate * 2 * np.sum(r * x)


@board_step.mistake(
    en=("The step is the whole gradient, whatever the learning rate.", "Call the function with two learning rates: are the steps different?"),
    ru=("Шаг равен всему градиенту, какой бы ни была скорость обучения.", "Вызовите функцию с двумя разными скоростями: отличаются ли шаги?"),
)
def rate_without_effect(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return w0 - 2 * np.sum(r), w1 - 2 * np.sum(r * x)


@board_step.mistake(
    en=("When the weights are whole numbers, the new ones are cut off to whole numbers too.", "NumPy makes an array of whole numbers from whole numbers. Of what kind are the elements of the array you change?"),
    ru=("Когда веса целые, у новых отбрасывается дробная часть.", "Из целых чисел NumPy делает целочисленный массив. Какого типа элементы у массива, который вы меняете?"),
)
def weights_cut_off(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    w = np.array([w0, w1])
    w[0] = w0 - learning_rate * 2 * np.sum(r)
    w[1] = w1 - learning_rate * 2 * np.sum(r * x)
    return w[0], w[1]


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
    en=("The step goes uphill.", "The gradient points to where Q grows. Check the sign in the update and in the residual."),
    ru=("Шаг ведёт в гору.", "Градиент показывает, куда Q растёт. Проверьте знак в обновлении и в остатке."),
)
def board_uphill(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return w0 + learning_rate * 2 * np.sum(r), w1 + learning_rate * 2 * np.sum(r * x)


@board_step.mistake(
    en=("Both weights move by the same amount: in the derivative with respect to w₁ the factor x is missing.", "When w₁ grows by 1, the prediction grows by x, not by 1."),
    ru=("Оба веса сдвигаются одинаково: в производной по w₁ нет множителя x.", "Когда w₁ вырастает на 1, предсказание вырастает на x, а не на 1."),
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
    en=("The weights have changed roles: w₀ is multiplied by x, and w₁ is added.", "In the formula of Q the prediction is w₀ + w₁x. Which of the two weights meets the feature?"),
    ru=("Веса поменялись ролями: на x умножается w₀, а w₁ прибавляется.", "В формуле Q предсказание — это w₀ + w₁x. Какой из весов встречается с признаком?"),
)
def roles_swapped(w0, w1, x, y, learning_rate):
    r = w0 * x + w1 - y
    return w0 - 2 * learning_rate * np.sum(r * x), w1 - 2 * learning_rate * np.sum(r)


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


@board_step.mistake(
    en=("The two derivatives have changed places: w₀ moves by the one with x, w₁ by the one without.", "The factor x comes from the inner derivative. By which weight do you differentiate then?"),
    ru=("Две производные поменялись местами: w₀ сдвигает та, где есть x, а w₁ та, где его нет.", "Множитель x — из внутренней производной. По какому весу тогда берётся производная?"),
)
def derivatives_exchanged(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return w0 - 2 * learning_rate * np.sum(r * x), w1 - 2 * learning_rate * np.sum(r)


@board_step.mistake(
    en=("The result is that of a step from (0, 0), whatever the old weights are.", "A step begins at the weights that were given. Where do w0 and w1 stand in your formulas?"),
    ru=("Получился шаг из точки (0, 0), какими бы ни были старые веса.", "Шаг начинается от переданных весов. Где в ваших формулах w0 и w1?"),
)
def step_from_zero(w0, w1, x, y, learning_rate):
    return 2 * learning_rate * np.sum(y), 2 * learning_rate * np.sum(x * y)


@board_step.mistake(
    en=("In the derivative with respect to w₁ the sum of the residuals is multiplied by the sum of x.", "Each residual meets the x of its own object. Which comes first, the product or the sum?"),
    ru=("В производной по w₁ сумма остатков умножена на сумму x.", "Каждый остаток умножается на x своего объекта. Что раньше: произведение или сумма?"),
)
def sum_times_sum(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return w0 - learning_rate * 2 * np.sum(r), w1 - learning_rate * 2 * np.sum(r) * np.sum(x)


@board_step.mistake(
    en=("Two things: the 2 of the square is missing, and the new w₁ is that of a step in which w₀ has already moved.", "Differentiate one square: which factor comes out in front? And compute both derivatives before you change either weight."),
    ru=("Две ошибки: потеряна двойка от квадрата, и новый w₁ такой, будто w₀ к этому времени уже сдвинулся.", "Продифференцируйте один квадрат: какой множитель выходит вперёд? И вычислите обе производные до того, как менять веса."),
)
def one_after_the_other_without_the_two(w0, w1, x, y, learning_rate):
    w0 = w0 - learning_rate * np.sum(w0 + w1 * x - y)
    w1 = w1 - learning_rate * np.sum((w0 + w1 * x - y) * x)
    return w0, w1


@board_step.mistake(
    en=("Two things: the mean is used where the board has a sum, and the new w₁ is that of a step in which w₀ has already moved.", "Here Q has no 1/m in front: compare with the first formula of the exercise. And compute both derivatives before you change either weight."),
    ru=("Две ошибки: взято среднее, а на доске стоит сумма, и новый w₁ такой, будто w₀ к этому времени уже сдвинулся.", "Здесь перед Q нет множителя 1/m: сравните с формулой из задания. И вычислите обе производные до того, как менять веса."),
)
def one_after_the_other_by_the_mean(w0, w1, x, y, learning_rate):
    w0 = w0 - learning_rate * 2 * np.mean(w0 + w1 * x - y)
    w1 = w1 - learning_rate * 2 * np.mean((w0 + w1 * x - y) * x)
    return w0, w1


@board_step.alternative
def board_by_loop(w0, w1, x, y, learning_rate):
    d0 = d1 = 0.0
    for xi, yi in zip(x, y):
        r = w0 + w1 * xi - yi
        d0 += 2 * r
        d1 += 2 * r * xi
    return [w0 - learning_rate * d0, w1 - learning_rate * d1]


@board_step.alternative
def board_by_matrix(w0, w1, x, y, learning_rate):
    X, w = np.column_stack([x**0, x]), np.array([w0, w1])
    return w - 2 * learning_rate * X.T @ (X @ w - y)


@board_step.alternative
def board_multiplied_out(w0, w1, x, y, learning_rate):
    d0 = w0 * len(x) + w1 * sum(x) - sum(y)
    d1 = w0 * sum(x) + w1 * sum(x**2) - sum(x * y)
    return [w0 - 2 * learning_rate * d0, w1 - 2 * learning_rate * d1]


board_step.equal(board_step, "np.sum(r * x)", "the sum runs along the only axis, the same factors are only grouped in another way, and a list of two is a pair")
board_step.equal(board_step, "r = w0 + w1 * x - y", "the same terms are only grouped in another way")
board_step.equal(board_by_loop, "w0 + w1 * xi - yi", "the same terms are only grouped in another way")
board_step.equal(board_by_loop, "2 * r", "the two sums do not see each other, and the same factors are only grouped in another way")
board_step.equal(board_by_matrix, "np.array([w0, w1])", "as many ones as answers, and neither of the two values needs the other")
board_step.equal(board_by_matrix, "X.T", "a vector turned over is the same, and the same factors are only grouped in another way")
board_step.equal(board_multiplied_out, "d0", "as many objects as answers, and the same terms and factors are only grouped in another way")
board_step.equal(board_multiplied_out, "d1", "the same terms are only grouped in another way")
