"""Unit 05: linear regression with several weights (lectures 2 and 4)."""

# The implementations here are answers as learners write them: short names, no type hints, complete in themselves.

import numpy as np

from autograder.exercise import Unit
from autograder.judge import array, different_seeds
from autograder.parts import part_of, shuffled
from autograder.sandbox import Raised
from autograder.worker.codec import Rng
from course.public import u05_linear_regression as public

unit = Unit("05-linear-regression")

_X = np.array([[1.0, 2.0], [1.0, -1.0], [1.0, 4.0]])
_Y = np.array([1.0, 0.5, 3.0])


def _data(rng, m, n):
    return rng.normal(size=n), rng.normal(scale=2.0, size=(m, n)), rng.normal(scale=2.0, size=m) + 1.0


def _line(rng, m):
    """Return data for a line: X has a column of ones, then one of numbers."""
    w, X, y = _data(rng, m, 2)
    X[:, 0] = 1.0
    return w, X, y


# ----------------------------------------------------------------------------------------------- mse


@unit.exercise(points=1)
def mse(w, X, y):
    return float(np.mean((X @ w - np.ravel(y)) ** 2))


mse.example(np.array([0.5, 1.0]), _X, _Y)
mse.example(np.array([0.5, 1.0]), _X, _Y.reshape(-1, 1))


@mse.probe("simple")
def _(answer, rng):
    return [answer(*_line(rng, 3)), answer(rng.normal(size=1), np.ones((2, 1)), rng.normal(scale=2.0, size=2))]


@mse.probe("general")
def _(answer, rng):
    return [answer(*_data(rng, m, n)) for m, n in ((5, 2), (9, 4), (4, 1))]


@mse.probe("vector")
def _(answer, rng):
    w, X, y = _data(rng, 6, 3)
    return [answer(w, X, y.reshape(-1, 1)), answer(w, X[:4], y[:4].reshape(-1, 1))]


@mse.mistake(
    en=("The squares are added up but not averaged.", "MSE means mean squared error: what does the formula have in front of the sum?"),
    ru=("Квадраты сложены, но среднее не взято.", "В формуле MSE перед суммой стоит множитель. Какой?"),
)
def sum_not_mean(w, X, y):
    return np.sum((X @ w - np.ravel(y)) ** 2)


@mse.mistake(
    en=("The result is half of what it should be.", "Some books put 1/(2m) in front of the sum. The formula of this course has 1/m."),
    ru=("Результат вдвое меньше нужного.", "В некоторых книгах перед суммой стоит 1/(2m). В формуле нашего курса — 1/m."),
)
def halved(w, X, y):
    return np.mean((X @ w - np.ravel(y)) ** 2) / 2


@mse.mistake(
    en=("This is the mean absolute error.", "The residuals have to be squared before they are averaged."),
    ru=("Это средняя абсолютная ошибка.", "Прежде чем усреднять, отклонения нужно возвести в квадрат."),
)
def absolute(w, X, y):
    return np.mean(np.abs(X @ w - np.ravel(y)))


@mse.mistake(
    en=("A square root is taken at the end.", "That is RMSE, another measure. Compare the last operation with the formula."),
    ru=("В конце извлечён корень.", "Это RMSE, другая мера. Сравните последнее действие с формулой."),
)
def rooted(w, X, y):
    return np.sqrt(np.mean((X @ w - np.ravel(y)) ** 2))


@mse.mistake(
    en=("The mean is taken first and squared afterwards.", "Residuals of opposite signs must not cancel: in which order do the square and the mean come?"),
    ru=("Сначала взято среднее, а потом квадрат.", "Отклонения разных знаков не должны сокращаться: в каком порядке идут квадрат и среднее?"),
)
def mean_then_square(w, X, y):
    return np.mean(X @ w - np.ravel(y)) ** 2


@mse.mistake(
    en=("With y of shape (m, 1) the subtraction makes a whole table of m × m numbers.", "Print the shape of the residuals for such a y. Give y the shape (m,) first."),
    ru=("Если y имеет форму (m, 1), вычитание даёт целую таблицу m × m.", "Напечатайте форму отклонений для такого y. Сначала приведите y к форме (m,)."),
)
def column_spreads(w, X, y):
    return np.mean((X @ w - y) ** 2)


@mse.mistake(
    en=("The sum is divided by the number of weights.", "The mean is over the objects. Which side of X counts them?"),
    ru=("Сумма поделена на число весов.", "Среднее берётся по объектам. Какая сторона X их считает?"),
)
def divided_by_weights(w, X, y):
    return np.sum((X @ w - np.ravel(y)) ** 2) / X.shape[1]


@mse.alternative
def mse_by_loop(w, X, y):
    m, total = len(X), 0.0
    for i in range(m):
        prediction = 0.0
        for j in range(len(w)):
            prediction += w[j] * X[i][j]
        total += (prediction - float(np.reshape(y, m)[i])) ** 2
    return total / m


@mse.alternative
def mse_by_dot(w, X, y):
    r = np.asarray(y).flatten() - np.dot(X, w)
    return r.dot(r) / r.size


# ------------------------------------------------------------------------------------------ mse_gradient


@unit.exercise(points=2)
def mse_gradient(w, X, y):
    return 2 / len(X) * X.T @ (X @ w - np.ravel(y))


mse_gradient.example(np.array([0.5, 1.0]), _X, _Y)
mse_gradient.example(np.array([0.5, 1.0]), _X, _Y.reshape(-1, 1))


@mse_gradient.probe("simple")
def _(answer, rng):
    return [answer(*_line(rng, 3)), answer(rng.normal(size=1), np.full((2, 1), rng.uniform(2.0, 5.0)), rng.normal(scale=2.0, size=2))]


@mse_gradient.probe("general")
def _(answer, rng):
    return [answer(*_data(rng, m, n)) for m, n in ((5, 2), (9, 4), (3, 5))]


@mse_gradient.probe("vector")
def _(answer, rng):
    w, X, y = _data(rng, 6, 3)
    return [answer(w, X, y.reshape(-1, 1)), answer(w, X[:4], y[:4].reshape(-1, 1))]


@mse_gradient.mistake(
    en=("The 2 of the square is missing.", "Differentiate a single square by the rule for a power and see which factor appears."),
    ru=("Потеряна двойка от квадрата.", "Продифференцируйте один квадрат по правилу для степени: какой множитель появляется?"),
)
def factor_two_lost(w, X, y):
    return X.T @ (X @ w - np.ravel(y)) / len(X)


@mse_gradient.mistake(
    en=("The gradient is a sum, not a mean.", "MSE has 1/m in front, and a constant factor stays when you differentiate."),
    ru=("Градиент посчитан как сумма, а не как среднее.", "Перед суммой в MSE стоит 1/m, а постоянный множитель при дифференцировании сохраняется."),
)
def mean_lost(w, X, y):
    return 2 * X.T @ (X @ w - np.ravel(y))


@mse_gradient.mistake(
    en=("Every component has the opposite sign.", "Where the prediction is too large, a larger weight makes it worse. Is your residual prediction minus answer?"),
    ru=("У всех компонент обратный знак.", "Если предсказание слишком велико, рост веса делает только хуже. Ваше отклонение — предсказание минус ответ?"),
)
def residual_reversed(w, X, y):
    return 2 / len(X) * X.T @ (np.ravel(y) - X @ w)


@mse_gradient.mistake(
    en=("The residuals are not multiplied by the features.", "The chain rule adds the inner derivative: how does the prediction change when one weight changes?"),
    ru=("Отклонения не умножены на признаки.", "Цепное правило добавляет внутреннюю производную: как меняется предсказание, когда меняется один вес?"),
)
def inner_derivative_lost(w, X, y):
    return np.full(len(w), 2 * np.mean(X @ w - np.ravel(y)))


@mse_gradient.mistake(
    en=("With y of shape (m, 1) the result is a table instead of a vector.", "Print the shape of the residuals for such a y. Give y the shape (m,) first."),
    ru=("Если y имеет форму (m, 1), получается таблица, а не вектор.", "Напечатайте форму отклонений для такого y. Сначала приведите y к форме (m,)."),
)
def column_makes_a_table(w, X, y):
    return 2 / len(X) * X.T @ (X @ w - y)


@mse_gradient.mistake(
    en=("The mean is taken over the weights, not over the objects.", "X has m rows and n columns. By which of the two numbers do you divide?"),
    ru=("Усреднение идёт по весам, а не по объектам.", "В X m строк и n столбцов. На какое из этих чисел вы делите?"),
)
def wrong_count(w, X, y):
    return 2 / X.shape[1] * X.T @ (X @ w - np.ravel(y))


@mse_gradient.mistake(
    en=("All partial derivatives are added into one number.", "A gradient has one component for each weight. Over which direction may the sum run?"),
    ru=("Все частные производные сложены в одно число.", "В градиенте для каждого веса своя компонента. По какому направлению можно суммировать?"),
)
def one_number(w, X, y):
    return 2 * np.sum(X * (X @ w - np.ravel(y))[:, None]) / len(X)


@mse_gradient.mistake(
    en=("The answers are left out.", "The gradient looks at the residuals, and a residual is more than a prediction."),
    ru=("Правильные ответы не участвуют.", "В градиент входят отклонения, а отклонение — это не само предсказание."),
)
def answers_left_out(w, X, y):
    return 2 / len(X) * X.T @ (X @ w)


@mse_gradient.alternative
def gradient_by_loop(w, X, y):
    m, n = X.shape
    y = np.array(y).reshape(m)
    g = [0.0] * n
    for i in range(m):
        residual = sum(X[i, j] * w[j] for j in range(n)) - y[i]
        for j in range(n):
            g[j] += 2 * residual * X[i, j] / m
    return g


@mse_gradient.alternative
def gradient_by_mean(w, X, y):
    r = X.dot(w) - np.asarray(y).ravel()
    return np.mean(2 * r[:, np.newaxis] * X, axis=0)


@mse_gradient.alternative
def gradient_multiplied_out(w, X, y):
    m = X.shape[0]
    return 2 * (X.T @ X @ w / m - X.T @ np.ravel(y) / m)


# -------------------------------------------------------------------------------------------- board_step


@unit.exercise(points=2)
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


# ---------------------------------------------------------------------------------- small_random_weights


@unit.exercise(points=1)
def small_random_weights(n, eps, rng):
    return rng.uniform(-eps, eps, size=n + 1)


small_random_weights.example(3, 0.1, Rng(7), fulfils="small_and_random")
small_random_weights.example(20, 0.5, Rng(8), fulfils="small_and_random")


def _draw(answer, n, eps, seed):
    return array(answer.sample(n, eps, Rng(seed)), (n + 1,))


def _facts(w, eps):
    """Return what must hold for some thousand numbers uniform on (-eps, eps); by chance a right answer never fails."""
    size = np.abs(w)
    return [
        bool(np.all(size < eps)),
        bool(size.max() > 0.9 * eps),
        bool(0.4 < np.mean(w > 0) < 0.6),
        bool(0.4 < np.mean(size < eps / 2) < 0.6),
        bool(np.unique(w).size == w.size),
    ]


@small_random_weights.probe("simple")
def _(answer, rng):
    sizes = int(rng.integers(4, 9)), 1, int(rng.integers(30, 60))
    widths = [float(eps) for eps in rng.uniform((0.1, 2.0, 0.005), (0.3, 5.0, 0.02))]
    found = [_draw(answer, n, eps, seed) for n, eps, seed in zip(sizes, widths, different_seeds(rng, 3), strict=True)]
    return [[bool(np.all(np.abs(w) < eps)), np.unique(w).size == w.size] for w, eps in zip(found, widths, strict=True)]


@small_random_weights.probe("property")
def _(answer, rng):
    widths = [float(eps) for eps in rng.uniform((0.03, 3.0), (0.08, 6.0))]
    return [_facts(_draw(answer, int(rng.integers(2000, 2500)), eps, seed), eps) for eps, seed in zip(widths, different_seeds(rng, 2), strict=True)]


@small_random_weights.probe("property")
def _(answer, rng):
    (one, two), n, eps = different_seeds(rng, 2), int(rng.integers(8, 40)), float(rng.uniform(0.1, 0.5))
    first, again, other = (_draw(answer, n, eps, seed) for seed in (one, one, two))
    return [bool(np.array_equal(first, again)), bool(np.array_equal(first, other)), _draw(answer, n + 1, eps, one).shape[0]]


@small_random_weights.mistake(
    en=("One weight is missing.", "n features need n + 1 weights: the intercept w₀ needs a start too."),
    ru=("Не хватает одного веса.", "Для n признаков нужен n + 1 вес: начальное значение нужно и свободному члену w₀."),
)
def intercept_forgotten(n, eps, rng):
    return rng.uniform(-eps, eps, n)


@small_random_weights.mistake(
    en=("All weights are positive.", "The interval goes from −eps to eps: what does your formula give at its lower end?"),
    ru=("Все веса положительны.", "Отрезок идёт от −eps до eps: что даёт ваша формула на нижнем конце?"),
)
def only_positive(n, eps, rng):
    return eps * rng.random(n + 1)


@small_random_weights.mistake(
    en=("The weights fill only the middle half of the interval.", "From −eps to eps is a width of two eps. How wide is the interval of your formula?"),
    ru=("Веса занимают только среднюю половину интервала.", "От −eps до eps ширина два eps. Какова ширина у вашей формулы?"),
)
def half_width(n, eps, rng):
    return eps * (rng.random(n + 1) - 0.5)


@small_random_weights.mistake(
    en=("The weights are drawn from a normal distribution, and some lie outside the interval.", "The slide asks for a value between −ε and ε, each equally likely: that is the uniform distribution."),
    ru=("Веса взяты из нормального распределения, и некоторые выходят за границы.", "На слайде — значение от −ε до ε, все равновероятны: это равномерное распределение."),
)
def normal_weights(n, eps, rng):
    return rng.normal(scale=eps, size=n + 1)


@small_random_weights.mistake(
    en=("eps is not used.", "Call the function with a large and with a tiny eps: do the weights change?"),
    ru=("Параметр eps не используется.", "Вызовите функцию с большим и с крошечным eps: меняются ли веса?"),
)
def eps_ignored(n, eps, rng):
    return rng.uniform(-1, 1, n + 1)


@small_random_weights.mistake(
    en=("All weights are equal.", "One random number is drawn and repeated. Ask for as many numbers as there are weights."),
    ru=("Все веса одинаковы.", "Случайное число взято один раз и повторено. Попросите столько чисел, сколько весов."),
)
def one_number_repeated(n, eps, rng):
    return np.full(n + 1, rng.uniform(-eps, eps))


@small_random_weights.mistake(
    en=("The generator that was passed in is not used.", "With another rng the weights must be others. Where does your code take its random numbers from?"),
    ru=("Переданный генератор не используется.", "С другим rng веса должны быть другими. Откуда ваш код берёт случайные числа?"),
)
def own_generator(n, eps, rng):
    return np.random.default_rng(0).uniform(-eps, eps, n + 1)


@small_random_weights.mistake(
    en=("The weights are all zero.", "That is the first way on the slide; here the second is asked for."),
    ru=("Все веса равны нулю.", "Это первый способ со слайда, а здесь нужен второй."),
)
def zeros(n, eps, rng):
    return np.zeros(n + 1)


@small_random_weights.alternative
def stretched(n, eps, rng):
    return eps * (2 * rng.random(n + 1) - 1)


@small_random_weights.alternative
def one_by_one(n, eps, rng):
    return [rng.uniform(-eps, eps) for _ in range(n + 1)]


@small_random_weights.alternative
def intercept_apart(n, eps, rng):
    w = np.empty(n + 1)
    w[1:] = rng.uniform(-eps, eps, n)
    w[0] = -eps + 2 * eps * rng.random()
    return w


# -------------------------------------------------------------------------------------------- multistart


@unit.exercise(points=3)
def multistart(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w), dtype=float)
        finals.append(w)
    return min(finals, key=loss)


multistart.example(public.two_valleys, public.two_valleys_slope, np.array([[0.0], [4.0], [1.6]]), 0.05, 30)
multistart.example(public.two_valleys, public.two_valleys_slope, np.array([[2.6], [-0.2]]), 0.04, 3)


def _valleys(rng, low, high, tilt, best, others):
    """Return loss, gradient and starts for two valleys, one near w₀ = low and one near w₀ = high.

    ``best`` is the start that arrives best; it comes neither first nor last. The last of the others, which arrives
    neither best nor worst, stays last. All is moved and mirrored by chance, never so that the lower valley comes nearer
    to 0: the shortest weights must not be the best.
    """
    mirror = rng.choice([-1.0, 1.0], size=2)
    move = rng.uniform(0.0, (0.8, 1.0)) * (-np.sign(tilt), 1.0)

    def loss(w):
        v = mirror * np.asarray(w, dtype=float) - move
        return float((v[0] - low) ** 2 * (v[0] - high) ** 2 + tilt * v[0] + (v[1] - 0.5) ** 2)

    def grad(w):
        v = mirror * np.asarray(w, dtype=float) - move
        middle = (low + high) / 2
        return mirror * np.array([4 * (v[0] - low) * (v[0] - middle) * (v[0] - high) + tilt, 2 * (v[1] - 0.5)])

    *others, last = others
    starts = shuffled(rng, others)
    starts.insert(int(rng.integers(1, len(starts) + 1)), best)
    starts = np.array([*starts, last])
    starts += rng.uniform(-0.02, 0.02, size=starts.shape)
    return loss, grad, mirror * (starts + move)


@multistart.probe("simple")
def _(answer, rng):
    # Left is lower; the start with the lowest loss is on the right, and so is the last one.
    scene = _valleys(rng, -1.0, 1.0, 0.3, [-1.8, 3.0], ([1.7, -2.0], [0.95, 0.6], [1.4, 1.0]))
    return answer(*scene, 0.06, 14)


@multistart.probe("general")
def _(answer, rng):
    seen = []
    for low, high, tilt, steps in ((-1.0, 1.0, -0.25, 9), (0.2, 2.4, 0.3, 12)):
        best, worse = (high, low) if tilt < 0 else (low, high)
        others = [worse, 0.45], [worse + 0.4, -1.0], [worse - 0.3, 1.0]
        seen.append(answer(*_valleys(rng, low, high, tilt, [best + 0.5, 1.5], others), 0.05, steps))
    return seen


@multistart.probe("edge", credit=0.5)
def _(answer, rng):
    loss, grad, starts = _valleys(rng, -1.0, 1.0, 0.3, [-1.3, 0.2], ([1.6, 3.0], [0.9, 4.5]))
    return [answer(loss, grad, starts[:1], 0.05, 4), answer(loss, grad, starts, 0.05, 1)]


@multistart.mistake(
    en=("The best start comes back, not the place to which the descent led.", "Compare the weights after the descent, and return them."),
    ru=("Возвращено лучшее начало, а не место, куда привёл спуск.", "Сравнивайте веса после спуска и возвращайте их."),
)
def start_returned(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return starts[int(np.argmin([loss(w) for w in finals]))]


@multistart.mistake(
    en=("The start is chosen before the descent.", "A low start may lead into the worse valley. First walk from every start, then compare."),
    ru=("Начало выбрано до спуска.", "Низкое начало может вести в худшую впадину. Сначала спуститесь из каждого начала, потом сравнивайте."),
)
def chosen_before_the_descent(loss, grad, starts, learning_rate, n_steps):
    w = np.asarray(min(starts, key=loss), dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * np.asarray(grad(w))
    return w


@multistart.mistake(
    en=("The result of the last start always wins.", "Every turn of the loop replaces the answer. Keep the best weight so far and its loss."),
    ru=("Всегда побеждает последнее начало.", "Каждый оборот цикла заменяет ответ. Храните лучший вес и его потери."),
)
def last_wins(loss, grad, starts, learning_rate, n_steps):
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
    return w


@multistart.mistake(
    en=("The worst result is returned.", "Smaller loss is better: look at the comparison."),
    ru=("Возвращён худший результат.", "Чем меньше потери, тем лучше: посмотрите на сравнение."),
)
def worst_wins(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return max(finals, key=loss)


@multistart.mistake(
    en=("The smallest loss comes back, not the weight that has it.", "The model needs the weights: keep both, and return w."),
    ru=("Возвращены наименьшие потери, а не вес, при котором они достигаются.", "Модели нужны веса: храните и то и другое, а возвращайте w."),
)
def loss_returned(loss, grad, starts, learning_rate, n_steps):
    values = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        values.append(loss(w))
    return min(values)


@multistart.mistake(
    en=("The final weights are averaged.", "Half-way between two valleys there is a hill. One of the results has to win."),
    ru=("Итоговые веса усреднены.", "На полпути между двумя впадинами — холм. Должен победить один из результатов."),
)
def averaged(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return np.mean(finals, axis=0)


@multistart.mistake(
    en=("The smallest weight wins, not the smallest loss.", "What says how good a weight is? Call loss, do not compare lengths of w."),
    ru=("Побеждает самый маленький вес, а не самые маленькие потери.", "Что говорит, насколько вес хорош? Вызывайте loss, а не сравнивайте длины w."),
)
def shortest_wins(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return min(finals, key=np.linalg.norm)


@multistart.mistake(
    en=("Each descent goes on from where the one before ended.", "Every start deserves its own descent: where in your code is w set to the start?"),
    ru=("Каждый спуск продолжается с места, где кончился предыдущий.", "У каждого начала свой спуск: где в коде w приравнивается к началу?"),
)
def start_not_reset(loss, grad, starts, learning_rate, n_steps):
    w, finals = np.asarray(starts[0], dtype=float), []
    for _ in starts:
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return min(finals, key=loss)


@multistart.mistake(
    en=("Each descent is one step short.", "n_steps is the number of updates. Count how often your loop changes w."),
    ru=("Каждому спуску не хватает одного шага.", "n_steps — это число обновлений. Посчитайте, сколько раз цикл меняет w."),
)
def a_step_short(loss, grad, starts, learning_rate, n_steps):
    finals = []
    for start in starts:
        w = np.asarray(start, dtype=float)
        for _ in range(n_steps - 1):
            w = w - learning_rate * np.asarray(grad(w))
        finals.append(w)
    return min(finals, key=loss)


@multistart.alternative
def keeping_the_best(loss, grad, starts, learning_rate, n_steps):
    best_w, best_loss = None, float("inf")
    for start in starts:
        w = np.array(start, dtype=float)
        for _ in range(n_steps):
            w -= learning_rate * np.asarray(grad(w))
        value = loss(w)
        if value < best_loss:
            best_w, best_loss = w, value
    return best_w


@multistart.alternative
def all_finals_at_once(loss, grad, starts, learning_rate, n_steps):
    walkers = np.array(starts, dtype=float)
    for _ in range(n_steps):
        walkers = walkers - learning_rate * np.array([grad(w) for w in walkers])
    return walkers[np.argmin([loss(w) for w in walkers])].tolist()


# ------------------------------------------------------------------------------------------- should_stop


@unit.exercise(points=1)
def should_stop(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.linalg.norm(np.asarray(w) - np.asarray(w_prev)) < eps)


should_stop.example(5.0, 4.5, np.array([1.0, 2.0]), np.array([1.3, 1.6]), 0.6)
should_stop.example(5.0, 4.0, np.array([1.0, 2.0]), np.array([1.3, 1.6]), 0.4)
should_stop.example(4.0, 6.0, np.array([1.0, 2.0]), np.array([4.0, 6.0]), 0.1)


def _stops(answer, rng, *cases):
    """Return the answers to cases of (change of the loss, change of the weights, eps), each at a scale of its own."""
    seen = []
    for change, shift, eps in shuffled(rng, cases):
        scale, q, before = float(rng.uniform(0.3, 1.3)), float(rng.uniform(-9, 9)), rng.normal(size=len(shift))
        seen.append(answer(q, q + scale * change, before, before + scale * rng.permutation(shift), scale * eps))
    return seen


# A half of the points for each of the two criteria: here the weights move a long way, and the loss decides.
@should_stop.probe("simple", credit=0.75)
def _(answer, rng):
    return _stops(
        answer, rng,
        (-0.02, (0.8, -0.6), 0.05),
        (-2.0, (0.8, -0.6), 0.05),
        (-0.01, (0.01, -0.02), 0.05),  # both stand still
    )  # fmt: skip


@should_stop.probe("general", credit=0.75)
def _(answer, rng):
    return _stops(
        answer, rng,
        (3.0, (0.3, 0.4, 0.5), 0.1),  # the loss grows
        (0.2, (2.0, 2.0), 0.5),
        (-0.3, (1.0, -2.0), 0.5),
    )  # fmt: skip


@should_stop.probe("edge", credit=0.5)
def _(answer, rng):
    seen = []
    for part in rng.permutation((1.0, float(rng.uniform(0.3, 0.8)))):  # exactly eps is not below eps
        q, eps, before = float(rng.integers(-90, 90)), rng.integers(7, 120) / 64, rng.integers(-30, 30, size=2)
        seen.append(answer(q, q - part * float(eps), before + 0.0, before + rng.permutation([3.0, 4.0]), float(eps)))
    return seen


# Here the loss changes much, and the weights decide.
@should_stop.probe("simple")
def _(answer, rng):
    return _stops(
        answer, rng,
        (-2.0, (0.03, 0.01), 0.05),
        (-2.0, (0.8, -0.6), 0.05),
        (-0.01, (0.01, -0.02), 0.05),  # both stand still
    )  # fmt: skip


@should_stop.probe("general")
def _(answer, rng):
    return _stops(
        answer, rng,
        (-3.0, (0.3, -0.4), 0.45),  # length 0.5, no component above 0.4
        (-3.0, (0.3, 0.4), 0.6),  # length 0.5, sum 0.7
        (-3.0, (-0.3, 0.4), 0.35),  # square of the length 0.25
        (-3.0, (0.0, 2.0), 0.5),  # one component stands still
        (-3.0, (-1.0, -2.0, -0.5), 0.5),  # all components fall
    )  # fmt: skip


@should_stop.mistake(
    en=("Both conditions are demanded at once.", "One of the two is enough: look at the word between them."),
    ru=("Требуется выполнение сразу обоих условий.", "Достаточно одного: посмотрите на слово между ними."),
)
def both_needed(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps and np.linalg.norm(w - w_prev) < eps)


@should_stop.mistake(
    en=("The sign of the change of Q is left in the comparison.", "For a loss that falls fast, is your difference below eps? It is the size of the change that matters."),
    ru=("В сравнении остался знак изменения Q.", "Если потери быстро падают, ваша разность меньше eps? Важен размер изменения."),
)
def falling_counts_as_still(q_prev, q, w_prev, w, eps):
    return bool(q - q_prev < eps or np.linalg.norm(w - w_prev) < eps)


@should_stop.mistake(
    en=("A loss that grows makes the rule stop.", "A growing loss is a change too: compare the size of the difference, not the difference."),
    ru=("Критерий останавливается, когда потери растут.", "Рост — тоже изменение: сравнивайте величину разности, а не саму разность."),
)
def growth_counts_as_still(q_prev, q, w_prev, w, eps):
    return bool(q_prev - q < eps or np.linalg.norm(w - w_prev) < eps)


@should_stop.mistake(
    en=("Only the loss is looked at.", "The slide has two rules. What if the weights have stopped moving?"),
    ru=("Проверяются только потери.", "На слайде два критерия. А если перестали двигаться веса?"),
)
def loss_alone(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps)


@should_stop.mistake(
    en=("Only the weights are looked at.", "The slide has two rules. What if the loss has stopped changing?"),
    ru=("Проверяются только веса.", "На слайде два критерия. А если перестали меняться потери?"),
)
def weights_alone(q_prev, q, w_prev, w, eps):
    return bool(np.linalg.norm(w - w_prev) < eps)


@should_stop.mistake(
    en=("It is enough for you that a single weight stands still.", "The norm measures the move of the whole vector: all components count together."),
    ru=("Вам достаточно, чтобы не двигался хотя бы один вес.", "Норма измеряет сдвиг всего вектора: все компоненты учитываются вместе."),
)
def one_weight_enough(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.any(np.abs(w - w_prev) < eps))


@should_stop.mistake(
    en=("The weights are compared one by one, which is another measure of length.", "For a move of 0.3 and 0.4 the norm is 0.5, by the theorem of Pythagoras. What do you compare with eps?"),
    ru=("Веса сравниваются по одному, а это другая мера длины.", "Для сдвига на 0.3 и 0.4 норма равна 0.5, по теореме Пифагора. Что вы сравниваете с eps?"),
)
def largest_component(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.max(np.abs(w - w_prev)) < eps)


@should_stop.mistake(
    en=("The moves of the weights are added up.", "For a move of 0.3 and 0.4 the norm is 0.5, not 0.7. Think of the hypotenuse."),
    ru=("Сдвиги весов просто сложены.", "Для сдвига на 0.3 и 0.4 норма равна 0.5, а не 0.7. Вспомните гипотенузу."),
)
def moves_added(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.sum(np.abs(w - w_prev)) < eps)


@should_stop.mistake(
    en=("The square of the norm is compared.", "A norm ends with a square root; without it small moves look smaller than they are."),
    ru=("Сравнивается квадрат нормы.", "Норма заканчивается корнем; без него малые сдвиги кажутся ещё меньше."),
)
def root_forgotten(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.sum((w - w_prev) ** 2) < eps)


@should_stop.mistake(
    en=("A change of exactly eps already stops it.", "The slide's sign is strict: less than ε."),
    ru=("Изменение, равное в точности eps, уже останавливает.", "На слайде знак строгий: меньше ε."),
)
def not_strict(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) <= eps or np.linalg.norm(w - w_prev) <= eps)


@should_stop.alternative
def by_pythagoras(q_prev, q, w_prev, w, eps):
    length = sum((a - b) ** 2 for a, b in zip(w, w_prev, strict=True)) ** 0.5
    if -eps < q - q_prev < eps:
        return True
    return bool(length < eps)


@should_stop.alternative
def negated(q_prev, q, w_prev, w, eps):
    d = np.asarray(w_prev) - np.asarray(w)
    return not (np.abs(q_prev - q) >= eps and np.sqrt(d @ d) >= eps)


# --------------------------------------------------------------------------------------------- step_size


@unit.exercise(points=2)
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError("1/k needs k = 1, 2, …")
        return 1 / k
    return lam * (s0 / (s0 + k)) ** p


step_size.example("constant", 3, 0.2)
step_size.example("inverse", 4)
step_size.example("power", 6, 1.0, 0.5, 2.0, 2.0)


def _or_refused(answer, *args, **more):
    """Return the step size, or the word that says that a ValueError was raised."""
    try:
        return answer(*args, **more)
    except Raised as error:
        if error.kind != "ValueError":
            raise
        return "ValueError"


# A third of the points for each kind.
@step_size.probe("simple")
def _(answer, rng):
    c, ks = float(rng.uniform(0.01, 0.09)), [int(k) for k in rng.integers(1, 40, size=3)]
    return [answer("constant", ks[0], c=c), answer("constant", ks[1], c=c), answer("constant", ks[2], c=9 * c), answer("constant", 0, c=4 * c)]


@step_size.probe("general", credit=0.5)
def _(answer, rng):
    one, other = (int(k) for k in rng.integers((5, 40), (40, 4000)))
    c, more = (float(c) for c in rng.uniform(0.02, 0.08, size=2))
    return [answer("inverse", other), answer("inverse", one, c=c), answer("inverse", 1, c=more)]


@step_size.probe("edge", credit=0.5)
def _(answer, rng):
    ks = shuffled(rng, [0, 1, *(int(k) for k in rng.integers(2, 4000, size=2))])
    return [_or_refused(answer, "inverse", k) for k in ks]


@step_size.probe("general", credit=0.5)
def _(answer, rng):
    return [
        answer("power", int(k), lam=float(rng.uniform(0.2, 0.9)), s0=float(rng.uniform(2, 5)), p=float(rng.uniform(1.2, 1.8)))
        for k in (0, *rng.integers((1, 4, 10), (4, 10, 30)))
    ]


@step_size.probe("edge", credit=0.5)
def _(answer, rng):
    return [answer("power", int(k)) for k in rng.integers((2, 400), (400, 4000))]


@step_size.mistake(
    en=("For k = 0 the division by zero is not caught.", "1/k has no value at k = 0. The task names the error to raise there."),
    ru=("При k = 0 деление на ноль не перехвачено.", "При k = 0 дробь 1/k не имеет значения. В задании названо исключение, которое нужно вызвать."),
)
def zero_not_refused(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    return 1 / k if kind == "inverse" else lam * (s0 / (s0 + k)) ** p


@step_size.mistake(
    en=("For k = 0 a number comes back, where there is none.", "The task wants an error here, not a replacement: a silent value would hide a wrong count."),
    ru=("При k = 0 возвращается число, хотя его там нет.", "Задание требует исключения, а не замены: молчаливое значение скрыло бы ошибку в счёте."),
)
def zero_replaced(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        return 1 / k if k > 0 else 1.0
    return lam * (s0 / (s0 + k)) ** p


@step_size.mistake(
    en=("The kind 'inverse' counts from zero.", "The slide divides by k itself. At k = 1 the step is 1."),
    ru=("Вид 'inverse' считает с нуля.", "На слайде делят на само k. При k = 1 шаг равен 1."),
)
def counted_from_zero(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    return 1 / (k + 1) if kind == "inverse" else lam * (s0 / (s0 + k)) ** p


@step_size.mistake(
    en=("The power applies only to the denominator.", "The brackets of the slide hold the whole fraction: which part of yours is raised to the power p?"),
    ru=("В степень возведён только знаменатель.", "Скобки на слайде охватывают всю дробь: что у вас возводится в степень p?"),
)
def denominator_only(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return 1 / k
    return lam * s0 / (s0 + k) ** p


@step_size.mistake(
    en=("The power p is not used.", "Change p: does the step of the kind 'power' change?"),
    ru=("Показатель p не используется.", "Измените p: меняется ли шаг вида 'power'?"),
)
def power_unused(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return 1 / k
    return lam * s0 / (s0 + k)


@step_size.mistake(
    en=("The factor λ is raised to the power as well.", "On the slide λ stands outside the brackets."),
    ru=("В степень возведён и множитель λ.", "На слайде λ стоит вне скобок."),
)
def scale_in_the_power(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return 1 / k
    return (lam * s0 / (s0 + k)) ** p


@step_size.mistake(
    en=("The fraction of the kind 'power' is upside down, so the steps grow.", "At k = 0 the fraction is 1, and it has to shrink from there."),
    ru=("Дробь вида 'power' перевёрнута, и шаги растут.", "При k = 0 дробь равна 1, а дальше должна убывать."),
)
def upside_down(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return 1 / k
    return lam * ((s0 + k) / s0) ** p


@step_size.mistake(
    en=("The kind 'inverse' is multiplied by c.", "Each kind uses only its own parameters, and 1/k has none."),
    ru=("Вид 'inverse' умножен на c.", "Каждый вид использует только свои параметры, а у 1/k их нет."),
)
def inverse_scaled(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k < 1:
            raise ValueError
        return c / k
    return lam * (s0 / (s0 + k)) ** p


@step_size.alternative
def by_table(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "inverse" and k == 0:
        raise ValueError("k starts at 1")
    rules = {"constant": lambda: c, "inverse": lambda: k**-1.0, "power": lambda: lam * (1 + k / s0) ** -p}
    return rules[kind]()


@step_size.alternative
def by_caught_division(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    try:
        steps = {"constant": c, "power": lam * s0**p / (s0 + k) ** p}
        return steps[kind] if kind in steps else 1 / k
    except ZeroDivisionError:
        raise ValueError("no step number 0") from None


@step_size.alternative
def by_logarithm(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "power":
        return np.float64(lam) * np.exp(p * (np.log(s0) - np.log(s0 + k)))
    if kind == "constant":
        return np.array(c)
    if k <= 0:
        raise ValueError
    return np.divide(1, k)


# ----------------------------------------------------------------------------------------------- descend


@unit.exercise(points=2)
def descend(gradient, w0, step_size, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for k in range(1, n_steps + 1):
        path.append(path[-1] - step_size(k) * np.asarray(gradient(path[-1]), dtype=float))
    return np.array(path)


descend.example(public.bowl_slope, np.array([0.0, 0.0]), public.always_a_fifth, 3)
descend.example(public.bowl_slope, np.array([3.0, 1.0]), public.a_third_over_k, 4)


def _pull(centre, scale):
    return lambda w: scale * (np.asarray(w, dtype=float) - centre)


def _fading(first, delay):
    """Return the steps first·delay/(delay + k): no two are equal."""
    return lambda k: first * delay / (delay + k)


@descend.probe("simple")
def _(answer, rng):
    pull = _pull(rng.normal(size=2), np.array([1.0, rng.uniform(2.0, 3.0)]))
    return answer(pull, rng.normal(scale=2.0, size=2), _fading(rng.uniform(0.3, 0.4), rng.uniform(1.5, 3.0)), 5)


@descend.probe("general")
def _(answer, rng):
    return [
        answer(_pull(rng.normal(size=n), rng.uniform(0.5, 2.0, size=n)), rng.normal(scale=3.0, size=n), _fading(0.5, delay), steps)
        for n, delay, steps in ((3, rng.uniform(0.8, 1.5), 4), (1, rng.uniform(3.0, 5.0), 7), (4, rng.uniform(2.0, 3.0), 6))
    ]


@descend.probe("edge", credit=0.5)
def _(answer, rng):
    pull, start, fading = _pull(rng.uniform(0.5, 1.5), 0.7), rng.normal(size=2), _fading(0.5, rng.uniform(2.0, 4.0))
    return [answer(pull, start, fading, 0), answer(pull, start, fading, 1)]


@descend.mistake(
    en=("The steps are counted from 0.", "The first step has the number k = 1: with which number does your loop first call step_size?"),
    ru=("Шаги считаются с нуля.", "У первого шага номер k = 1: с каким номером цикл впервые вызывает step_size?"),
)
def from_zero(gradient, w0, step_size, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for k in range(n_steps):
        path.append(path[-1] - step_size(k) * np.asarray(gradient(path[-1])))
    return np.array(path)


@descend.mistake(
    en=("All steps have the size of the first one.", "step_size has to be asked anew in every turn of the loop, with the present k."),
    ru=("Все шаги такие же, как первый.", "step_size нужно спрашивать заново на каждом обороте цикла, с текущим k."),
)
def first_size_for_all(gradient, w0, step_size, n_steps):
    path, eta = [np.asarray(w0, dtype=float)], step_size(1)
    for _ in range(n_steps):
        path.append(path[-1] - eta * np.asarray(gradient(path[-1])))
    return np.array(path)


@descend.mistake(
    en=("Each step goes uphill.", "The gradient points to where the loss grows. Check the sign of the update."),
    ru=("Каждый шаг идёт в гору.", "Градиент показывает, куда растут потери. Проверьте знак в обновлении."),
)
def climbs(gradient, w0, step_size, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for k in range(1, n_steps + 1):
        path.append(path[-1] + step_size(k) * np.asarray(gradient(path[-1])))
    return np.array(path)


@descend.mistake(
    en=("The gradient is always taken at the start.", "After each step you stand elsewhere: at which point does your loop ask for the gradient?"),
    ru=("Градиент всё время берётся в начальной точке.", "После шага вы стоите в другом месте: в какой точке цикл спрашивает градиент?"),
)
def gradient_of_the_start(gradient, w0, step_size, n_steps):
    g = np.asarray(gradient(np.asarray(w0)))
    path = [np.asarray(w0, dtype=float)]
    for k in range(1, n_steps + 1):
        path.append(path[-1] - step_size(k) * g)
    return np.array(path)


@descend.mistake(
    en=("The start is missing from the path.", "n_steps steps give n_steps + 1 points, and the first one is w0."),
    ru=("В пути нет начальной точки.", "n_steps шагов — это n_steps + 1 точек, и первая из них w0."),
)
def path_without_start(gradient, w0, step_size, n_steps):
    w, path = np.asarray(w0, dtype=float), []
    for k in range(1, n_steps + 1):
        w = w - step_size(k) * np.asarray(gradient(w))
        path.append(w)
    return np.array(path)


@descend.mistake(
    en=("The path is one step short.", "Which is the last value of k in your loop? It has to be n_steps."),
    ru=("Пути не хватает одного шага.", "Какое последнее значение k в вашем цикле? Должно быть n_steps."),
)
def range_ends_early(gradient, w0, step_size, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for k in range(1, n_steps):
        path.append(path[-1] - step_size(k) * np.asarray(gradient(path[-1])))
    return np.array(path)


@descend.mistake(
    en=("All points of the path are one and the same array.", "An array changed in place changes everywhere it is kept. Where does your loop use -=?"),
    ru=("Все точки пути — один и тот же массив.", "Массив, изменённый на месте, меняется везде, где он сохранён. Где в цикле стоит -=?"),
)
def same_array(gradient, w0, step_size, n_steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for k in range(1, n_steps + 1):
        w -= step_size(k) * np.asarray(gradient(w))
        path.append(w)
    return np.array(path)


@descend.mistake(
    en=("Only the last point comes back.", "The task asks for the whole path: keep every point."),
    ru=("Возвращается только последняя точка.", "Нужен весь путь: сохраняйте каждую точку."),
)
def end_only(gradient, w0, step_size, n_steps):
    w = np.asarray(w0, dtype=float)
    for k in range(1, n_steps + 1):
        w = w - step_size(k) * np.asarray(gradient(w))
    return w


@descend.alternative
def into_a_table(gradient, w0, step_size, n_steps):
    path = np.zeros((n_steps + 1, len(w0)))
    path[0] = w0
    for k in range(n_steps):
        path[k + 1] = path[k] - step_size(k + 1) * gradient(path[k])
    return path


@descend.alternative
def with_while(gradient, w0, step_size, n_steps):
    path = [w0]
    while len(path) <= n_steps:
        path.append(path[-1] + step_size(len(path)) * -gradient(path[-1]))
    return path


# ------------------------------------------------------------------------------------ best_constant_rate


@unit.exercise(points=2)
def best_constant_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 2 / (low + high), (high - low) / (high + low)


best_constant_rate.example(np.array([2.0, 6.0]))
best_constant_rate.example(np.array([5.0, 0.5, 1.0]))


for _which in range(2):  # a half of the points for each number

    @best_constant_rate.probe("simple")
    def _(answer, rng, which=_which):
        low, factor = rng.uniform((0.5, 0.1), (2.0, 0.3)), rng.uniform((3.0, 70.0), (9.0, 110.0))
        return [part_of(answer(case), which, 2) for case in np.column_stack([low, factor * low])]

    @best_constant_rate.probe("general")
    def _(answer, rng, which=_which):
        return [part_of(answer(np.append(rng.uniform(0.3, 4.0, size=n), (6.0 + rng.uniform(), 1.0))), which, 2) for n in (2, 4, 7)]

    @best_constant_rate.probe("edge", credit=0.5)
    def _(answer, rng, which=_which):
        same, alone = rng.uniform(0.5, 5.0, size=2)
        falling = rng.uniform((6.0, 2.0, 0.5), (9.0, 5.0, 1.5))
        return [part_of(answer(np.array(case)), which, 2) for case in ([same, same], [alone], falling)]


@best_constant_rate.mistake(
    en=("This η is the border of divergence, not the best.", "With 2/λ of the steepest direction its factor is −1 for ever. The flattest direction has to be in the formula too."),
    ru=("Это η — граница расходимости, а не лучшее.", "При 2/λ для самого крутого направления множитель всегда −1. В формуле должно быть и самое пологое."),
)
def border(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 2 / high, (high - low) / (high + low)


@best_constant_rate.mistake(
    en=("This η is safe, but not the best.", "It brings the steepest direction home in one step. A somewhat larger one makes both ends of the spectrum equally fast."),
    ru=("Это η безопасно, но не лучшее.", "Оно приводит к цели самое крутое направление за один шаг. Чуть большее уравнивает скорости на обоих краях."),
)
def cautious(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 1 / high, (high - low) / (high + low)


@best_constant_rate.mistake(
    en=("The 2 in the numerator of η is missing.", "Set the two factors equal with opposite signs and solve for η once more."),
    ru=("В числителе η потеряна двойка.", "Приравняйте множители с противоположными знаками и решите уравнение относительно η ещё раз."),
)
def two_missing(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 1 / (low + high), (high - low) / (high + low)


@best_constant_rate.mistake(
    en=("All eigenvalues are added up.", "Only two of them matter: the flattest and the steepest direction."),
    ru=("Сложены все собственные значения.", "Важны только два: для самого пологого и самого крутого направления."),
)
def all_added(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 2 / np.sum(eigenvalues), (high - low) / (high + low)


@best_constant_rate.mistake(
    en=("The first and the last value are taken for the smallest and the largest.", "Nobody promised that the eigenvalues are sorted."),
    ru=("Первое и последнее значения приняты за наименьшее и наибольшее.", "Никто не обещал, что собственные значения упорядочены."),
)
def order_assumed(eigenvalues):
    low, high = eigenvalues[0], eigenvalues[-1]
    return 2 / (low + high), (high / low - 1) / (high / low + 1)


@best_constant_rate.mistake(
    en=("κ is upside down, so the rate is negative.", "The condition number is the largest eigenvalue over the smallest: at least 1."),
    ru=("κ перевёрнуто, и множитель отрицателен.", "Число обусловленности — наибольшее собственное значение, делённое на наименьшее: не меньше 1."),
)
def kappa_inverted(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    kappa = low / high
    return 2 / (low + high), (kappa - 1) / (kappa + 1)


@best_constant_rate.mistake(
    en=("In the rate the brackets are missing.", "Division comes before addition: what exactly is divided by what in your line?"),
    ru=("Во множителе потеряны скобки.", "Деление выполняется раньше сложения: что на что делится в вашей строке?"),
)
def brackets_lost(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    kappa = high / low
    return 2 / (low + high), kappa - 1 / kappa + 1


@best_constant_rate.mistake(
    en=("The pair is in the wrong order.", "First the learning rate, then the factor of one step."),
    ru=("Пара в неверном порядке.", "Сначала скорость обучения, потом множитель одного шага."),
)
def pair_swapped(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return (high - low) / (high + low), 2 / (low + high)


@best_constant_rate.mistake(
    en=("The condition number stands where the rate is due.", "κ says how narrow the ravine is. By how much does one step shrink the distance?"),
    ru=("На месте множителя стоит само число обусловленности.", "κ говорит, насколько узок овраг. А во сколько раз один шаг сокращает расстояние?"),
)
def kappa_as_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 2 / (low + high), high / low


@best_constant_rate.alternative
def from_kappa(eigenvalues):
    values = sorted(eigenvalues)
    kappa = values[-1] / values[0]
    return 2 / (values[0] + values[-1]), (kappa - 1) / (kappa + 1)


@best_constant_rate.alternative
def from_the_factor(eigenvalues):
    eta = 1 / np.mean([min(eigenvalues), max(eigenvalues)])
    return [eta, max(abs(1 - eta * v) for v in eigenvalues)]


# ------------------------------------------------------------------------------------------- standardize


@unit.exercise(points=3)
def standardize(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    varies = np.ptp(train, axis=0) > 0
    scale = np.where(varies, std, 1.0)
    return np.where(varies, (train - mean) / scale, 0.0), np.where(varies, (test - mean) / scale, 0.0)


standardize.example(np.array([[1.0, 10.0], [3.0, 50.0]]), np.array([[2.0, 70.0]]))
standardize.example(np.array([[2.0, 1.0], [4.0, 1.0], [9.0, 1.0]]), np.array([[5.0, 1.0], [7.0, 1.0]]))


for _which in range(2):  # a half of the points for each table

    @standardize.probe("simple")
    def _(answer, rng, which=_which):
        train = rng.permutation(np.cumsum(rng.uniform(1.0, 6.0, size=3)))[:, None]
        return part_of(answer(train, rng.normal(scale=4.0, size=(2, 1))), which, 2)

    @standardize.probe("general")
    def _(answer, rng, which=_which):
        scale = np.array([1.0, 30.0, 0.2])
        return [
            part_of(answer(scale * rng.normal(size=(m, 3)) + 2.0 * scale, scale * rng.normal(size=(t, 3)) + 1.0), which, 2)
            for m, t in ((5, 2), (8, 6))
        ]

    # A constant column is a whole number: its mean is exact, so that its std is exactly 0 for everybody.
    @standardize.probe("edge")
    def _(answer, rng, which=_which):
        train, test = rng.normal(size=(4, 3)), rng.normal(size=(3, 3))
        column, constant = int(rng.integers(3)), float(rng.integers(2, 90))
        train[:, column] = test[:, column] = constant
        return part_of(answer(train, test), which, 2)

    @standardize.probe("edge", credit=0.5)
    def _(answer, rng, which=_which):
        train, test = rng.normal(size=(4, 2)), rng.normal(size=(2, 2))
        column, constant = int(rng.integers(2)), float(rng.integers(2, 90))
        train[:, column], test[:, column] = constant, constant + rng.uniform(1.0, 2.0, size=2)
        return part_of(answer(train, test), which, 2)


@standardize.mistake(
    en=("The test table is scaled by its own mean and deviation.", "At work objects may come one at a time, and the weights were fitted to the training scale. Whose numbers have to be used?"),
    ru=("Тестовая таблица приведена по своим среднему и отклонению.", "В работе объекты приходят и по одному, а веса подобраны под масштаб обучения. Чьи числа нужно брать?"),
)
def own_scale_for_each(train, test):
    def scaled(table):
        std = table.std(axis=0)
        return np.where(std > 0, (table - table.mean(axis=0)) / np.where(std > 0, std, 1.0), 0.0)

    return scaled(train), scaled(test)


@standardize.mistake(
    en=("Mean and deviation are taken over both tables together.", "So the test leaks into the training. Only the training table may be looked at."),
    ru=("Среднее и отклонение взяты по обеим таблицам вместе.", "Так тест просачивается в обучение. Смотреть можно только на обучающую таблицу."),
)
def pooled(train, test):
    both = np.vstack([train, test])
    mean, std = both.mean(axis=0), both.std(axis=0)
    varies = std > 0
    scale = np.where(varies, std, 1.0)
    return np.where(varies, (train - mean) / scale, 0.0), np.where(varies, (test - mean) / scale, 0.0)


@standardize.mistake(
    en=("The deviation is computed with m − 1.", "The task says ddof=0: divide by the number of objects."),
    ru=("Отклонение посчитано с делением на m − 1.", "В задании сказано ddof=0: делим на число объектов."),
)
def one_less(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0, ddof=1)
    varies = std > 0
    scale = np.where(varies, std, 1.0)
    return np.where(varies, (train - mean) / scale, 0.0), np.where(varies, (test - mean) / scale, 0.0)


@standardize.mistake(
    en=("The columns are centred, but not scaled.", "Their spread must become 1. By what should a centred column be divided?"),
    ru=("Столбцы сдвинуты, но не приведены к одному масштабу.", "Разброс должен стать равным 1. На что разделить сдвинутый столбец?"),
)
def centred_only(train, test):
    mean = train.mean(axis=0)
    varies = np.ptp(train, axis=0) > 0
    return np.where(varies, train - mean, 0.0), np.where(varies, test - mean, 0.0)


@standardize.mistake(
    en=("The columns are divided by the variance.", "The standard deviation is the root of the variance, and has the unit of the column."),
    ru=("Столбцы поделены на дисперсию.", "Стандартное отклонение — корень из дисперсии, у него та же единица, что у столбца."),
)
def by_variance(train, test):
    mean, var = train.mean(axis=0), train.var(axis=0)
    varies = var > 0
    scale = np.where(varies, var, 1.0)
    return np.where(varies, (train - mean) / scale, 0.0), np.where(varies, (test - mean) / scale, 0.0)


@standardize.mistake(
    en=("One mean and one deviation are used for the whole table.", "Each column has its own unit, so each column needs its own numbers. Which axis do you average over?"),
    ru=("Для всей таблицы взяты одно среднее и одно отклонение.", "У каждого столбца своя единица и должны быть свои числа. По какой оси вы усредняете?"),
)
def whole_table(train, test):
    return (train - train.mean()) / train.std(), (test - train.mean()) / train.std()


@standardize.mistake(
    en=("A constant column is divided by zero.", "Its deviation is 0. Decide by the training table which columns are constant, and give them zeros."),
    ru=("Постоянный столбец делится на ноль.", "Его отклонение равно 0. Найдите постоянные столбцы по обучающей таблице и поставьте в них нули."),
)
def divided_by_zero(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    return (train - mean) / std, (test - mean) / std


@standardize.mistake(
    en=("A column that is constant in training keeps differences in the test table.", "Training never saw it vary, so its weight means nothing: zeros in both tables."),
    ru=("В тестовой таблице у столбца, постоянного в обучении, остались отличия.", "В обучении он не менялся, его вес ничего не значит: нули в обеих таблицах."),
)
def difference_left(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    std = np.where(std > 0, std, 1.0)
    return (train - mean) / std, (test - mean) / std


@standardize.mistake(
    en=("The columns are squeezed between 0 and 1.", "That is another way of scaling. Here the mean must become 0 and the deviation 1."),
    ru=("Столбцы сжаты в отрезок от 0 до 1.", "Это другой способ масштабирования. Здесь среднее должно стать 0, а отклонение — 1."),
)
def min_max(train, test):
    low, spread = train.min(axis=0), np.ptp(train, axis=0)
    scale = np.where(spread > 0, spread, 1.0)
    return np.where(spread > 0, (train - low) / scale, 0.0), np.where(spread > 0, (test - low) / scale, 0.0)


@standardize.mistake(
    en=("Only the training table comes back.", "Two tables are asked for: training first, then test."),
    ru=("Возвращена только обучающая таблица.", "Нужны две таблицы: сначала обучающая, потом тестовая."),
)
def train_only(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    return np.where(std > 0, (train - mean) / np.where(std > 0, std, 1.0), 0.0)


@standardize.alternative
def column_by_column(train, test):
    a, b = np.zeros(train.shape), np.zeros(test.shape)
    for j in range(train.shape[1]):
        mean = sum(train[:, j]) / len(train)
        std = (sum((v - mean) ** 2 for v in train[:, j]) / len(train)) ** 0.5
        if std > 1e-12:
            a[:, j], b[:, j] = (train[:, j] - mean) / std, (test[:, j] - mean) / std
    return a, b


@standardize.alternative
def infinite_scale(train, test):
    std = np.std(train, axis=0)
    std[std == 0] = np.inf
    return [(table - np.mean(train, axis=0)) / std for table in (train, test)]


@standardize.alternative
def zeroed_afterwards(train, test):
    mean, std = train.mean(0), train.std(0)
    still = std < 1e-12
    a, b = (train - mean) / (std + still), (test - mean) / (std + still)
    a[:, still] = 0
    b[:, still] = 0
    return a, b
