"""Number of steps of gradient descent until a regression is nearly fitted."""

import numpy as np

from autograder.exercise import exercise
from autograder.judging.parts import shuffled


@exercise(points=3)
def steps_to_fit(X, y, share=0.01):
    values = np.linalg.eigvalsh(2 / len(X) * X.T @ X)
    eta = 2 / (values[0] + values[-1])
    lowest = np.mean((X @ np.linalg.lstsq(X, y, rcond=None)[0] - y) ** 2)
    w, k = np.zeros(X.shape[1]), 0
    goal = share * (np.mean(y**2) - lowest)
    while np.mean((X @ w - y) ** 2) - lowest > goal:
        w = w - eta * 2 / len(X) * X.T @ (X @ w - y)
        k += 1
    return k


_FLATS = np.array([[1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])

# First one whose loss stays high, but below the share: whoever forgets the smallest loss comes to an end here, too late.
steps_to_fit.example(
    np.array([[1.0, 1.0, 3.0], [1.0, 3.0, 3.0], [1.0, 3.0, 5.0], [1.0, -1.0, 7.0], [1.0, 6.0, 5.0], [1.0, 1.0, 2.0]]),
    np.array([4.0, 3.0, 0.0, 7.0, 0.0, 7.0]), 0.2,
)  # fmt: skip
steps_to_fit.example(np.array([[1.0, 2.0], [1.0, 3.0], [1.0, 7.0], [1.0, 4.0], [1.0, 6.0], [1.0, 5.0]]), np.array([3.0, 1.0, 6.0, 9.0, 4.0, 8.0]))
steps_to_fit.example(_FLATS, np.array([3.0, 5.0, 7.0]))
steps_to_fit.example(_FLATS, np.array([3.0, 5.0, 9.0]), 0.2)
steps_to_fit.example(np.array([[1.0, -1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([3.0, 5.0, 7.0]), 0.1)


def _case(rng, m, spread, noise, share, whole=False):
    """Return (X, y, share): a column of ones, features away from 0, and answers that no line fits; no step decides by a hair.

    ``whole``: whether the share of the whole loss, not of its excess, would take another number of steps.
    """
    n = len(spread)
    while True:
        X = np.column_stack([np.ones(m), rng.uniform(0.5, 1.5, size=n) + np.array(spread) * rng.normal(size=(m, n))])
        y = X @ rng.uniform(1.0, 3.0, size=n + 1) + noise * rng.normal(size=m)
        if _clear(X, y, share, whole):
            return X, y, share


def _clear(X, y, share, whole):
    """Whether the answer is between 3 and 80 and no rounding decides it: who walks for ever is soon found out.

    The share of the whole loss takes another number of steps if ``whole``, else the same. A start at ones takes another
    one where it can: with two weights both directions shrink alike, so the start does not matter.
    """
    values, turned = np.linalg.eigh(2 / len(X) * X.T @ X)
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    factors = 1 - 2 / (values[0] + values[-1]) * values
    k = np.arange(100)[:, None]
    excess, of_ones = (0.5 * (values * (factors**k * (turned.T @ (w - best))) ** 2).sum(axis=1) for w in (0.0, 1.0))
    ratio = excess / excess[0] / share
    steps, otherwise = int(np.argmax(ratio <= 1)), int(np.argmax(excess <= share * np.mean(y**2)))
    from_ones = int(np.argmax(of_ones <= share * of_ones[0]))
    told = (otherwise != steps) == whole and (from_ones != steps or len(best) == 2)
    return told and 3 <= steps <= 80 and ratio[steps] < 0.9999 and ratio[steps - 1] > 1.0001


@steps_to_fit.probe("simple")
def _(answer, rng):
    return [answer(*_case(rng, m, (0.8,), 0.5, share)[:2]) for m, share in ((6, 0.01), (9, 0.01))]


@steps_to_fit.probe("general")
def _(answer, rng):
    cases = [((0.9,), 0.5, False), ((0.6, 0.9), 1.0, False), ((1.0, 0.7, 0.8), 3.0, True)]
    return [answer(*_case(rng, int(rng.integers(8, 15)), spread, noise, 0.01, whole)[:2]) for spread, noise, whole in shuffled(rng, cases)]


@steps_to_fit.probe("edge")
def _(answer, rng):
    """Another share, and answers far from every line, so that the smallest loss is large."""
    shares = rng.uniform((0.001, 0.05, 0.2), (0.002, 0.1, 0.3))
    return [answer(*_case(rng, int(rng.integers(8, 13)), (0.6, 0.8), 4.0, float(share), True)) for share in rng.permutation(shares[:2])] + [
        answer(*_case(rng, 10, (0.35,), 2.0, float(shares[0])))
    ]


@steps_to_fit.probe("edge", credit=0.5)
def _(answer, rng):
    """Columns of one spread at right angles, beside a table that takes more: the first step arrives."""
    sign = np.array([[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]])
    bowl = np.column_stack([np.ones(4), rng.permutation(sign)]), rng.normal(loc=3.0, scale=2.0, size=4), 0.01
    return [answer(*case) for case in shuffled(rng, [bowl, _case(rng, 9, (0.8,), 0.5, 0.01)])]


@steps_to_fit.mistake(
    en=("The loop ends too late or never, as happens where the loss itself is compared, and not what it has above the smallest one.", "No weights give these answers exactly, so the loss itself never comes near 0. What does your condition compare, and how low can that get?"),
    ru=("Цикл кончается слишком поздно или никогда: так бывает, когда сравнивают сами потери, а не их превышение над наименьшими.", "Никакие веса не дают этих ответов в точности, и нуля сами потери не достигнут. Что сравнивает ваше условие и до какого значения оно может опуститься?"),
    never_ends=True,
)
def smallest_loss_forgotten(X, y, share=0.01):
    values = np.linalg.eigvalsh(2 / len(X) * X.T @ X)
    eta = 2 / (values[0] + values[-1])
    w, k = np.zeros(X.shape[1]), 0
    goal = share * np.mean(y**2)
    while np.mean((X @ w - y) ** 2) > goal:
        w, k = w - eta * 2 / len(X) * X.T @ (X @ w - y), k + 1
    return k


@steps_to_fit.mistake(
    en=("The count is one too low.", "After the number of steps that you return, has the excess really come down to the share?"),
    ru=("Ответ на единицу меньше, чем нужно.", "Верно ли, что через столько шагов превышение действительно опустилось до заданной доли?"),
)
def one_too_few(X, y, share=0.01):
    values = np.linalg.eigvalsh(2 / len(X) * X.T @ X)
    eta = 2 / (values[0] + values[-1])
    lowest = np.mean((X @ np.linalg.lstsq(X, y, rcond=None)[0] - y) ** 2)
    w, k = np.zeros(X.shape[1]), 0
    goal = share * (np.mean(y**2) - lowest)
    while np.mean((X @ w - y) ** 2) - lowest > goal:
        w, k = w - eta * 2 / len(X) * X.T @ (X @ w - y), k + 1
    return k - 1


@steps_to_fit.mistake(
    en=("The count is one too high.", "Was the excess small enough one step earlier already? Where does your counter begin?"),
    ru=("Ответ на единицу больше, чем нужно.", "Не было ли превышение достаточно малым уже шагом раньше? С чего начинается ваш счёт?"),
)
def one_too_many(X, y, share=0.01):
    values = np.linalg.eigvalsh(2 / len(X) * X.T @ X)
    eta = 2 / (values[0] + values[-1])
    lowest = np.mean((X @ np.linalg.lstsq(X, y, rcond=None)[0] - y) ** 2)
    w, k = np.zeros(X.shape[1]), 1
    goal = share * (np.mean(y**2) - lowest)
    while np.mean((X @ w - y) ** 2) - lowest > goal:
        w, k = w - eta * 2 / len(X) * X.T @ (X @ w - y), k + 1
    return k


@steps_to_fit.mistake(
    en=("The learning rate is that of the sum of squares, not of the mean.", "The table A of the mean squared error has a factor 2/m. Which one do you take the eigenvalues of?"),
    ru=("Скорость обучения взята для суммы квадратов, а не для среднего.", "В матрице A среднеквадратичной ошибки есть множитель 2/m. Собственные значения какой матрицы берёте вы?"),
)
def rate_of_the_sum(X, y, share=0.01):
    values = np.linalg.eigvalsh(2 * X.T @ X)
    eta = 2 / (values[0] + values[-1])
    lowest = np.mean((X @ np.linalg.lstsq(X, y, rcond=None)[0] - y) ** 2)
    w, k = np.zeros(X.shape[1]), 0
    goal = share * (np.mean(y**2) - lowest)
    while np.mean((X @ w - y) ** 2) - lowest > goal:
        w, k = w - eta * 2 / len(X) * X.T @ (X @ w - y), k + 1
    return k


@steps_to_fit.mistake(
    en=("The learning rate is 1/λ of the steepest direction.", "That rate is safe, but another one is the best. Which exercise of yours returns it?"),
    ru=("Скорость обучения равна 1/λ самого крутого направления.", "Она безопасна, но лучшая — другая. Какое из ваших упражнений её возвращает?"),
)
def cautious_rate(X, y, share=0.01):
    eta = 1 / np.linalg.eigvalsh(2 / len(X) * X.T @ X)[-1]
    lowest = np.mean((X @ np.linalg.lstsq(X, y, rcond=None)[0] - y) ** 2)
    w, k = np.zeros(X.shape[1]), 0
    goal = share * (np.mean(y**2) - lowest)
    while np.mean((X @ w - y) ** 2) - lowest > goal:
        w, k = w - eta * 2 / len(X) * X.T @ (X @ w - y), k + 1
    return k


@steps_to_fit.mistake(
    en=("The share of the excess is always one hundredth.", "1 % is only what `share` is when nobody gives it. Where does the argument stand in your code?"),
    ru=("Доля превышения всегда одна сотая.", "1 % — лишь значение `share` по умолчанию. Где в вашем коде стоит этот аргумент?"),
)
def share_unused(X, y, share=0.01):
    values = np.linalg.eigvalsh(2 / len(X) * X.T @ X)
    eta = 2 / (values[0] + values[-1])
    lowest = np.mean((X @ np.linalg.lstsq(X, y, rcond=None)[0] - y) ** 2)
    w, k = np.zeros(X.shape[1]), 0
    goal = 0.01 * (np.mean(y**2) - lowest)
    while np.mean((X @ w - y) ** 2) - lowest > goal:
        w, k = w - eta * 2 / len(X) * X.T @ (X @ w - y), k + 1
    return k


@steps_to_fit.mistake(
    en=("The distance of the weights is counted, not the loss.", "The task asks when the excess of the loss has shrunk. Weights may still be far away along a flat direction."),
    ru=("Ответ — по расстоянию до весов в минимуме, а не по потерям.", "Задание спрашивает, когда уменьшится превышение потерь. Вдоль пологого направления веса могут быть ещё далеко."),
)
def weights_for_loss(X, y, share=0.01):
    values = np.linalg.eigvalsh(2 / len(X) * X.T @ X)
    eta = 2 / (values[0] + values[-1])
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    w, k = np.zeros(X.shape[1]), 0
    while np.linalg.norm(w - best) > share * np.linalg.norm(best):
        w, k = w - eta * 2 / len(X) * X.T @ (X @ w - y), k + 1
    return k


@steps_to_fit.mistake(
    en=("The share is taken of the smallest loss, not of the excess at the start.", "The excess at w = 0 counts as 100 %. What do you multiply `share` by?"),
    ru=("Доля взята от наименьших потерь, а не от начального превышения.", "Превышение в точке w = 0 — это 100 %. На что у вас умножается `share`?"),
)
def share_of_the_smallest(X, y, share=0.01):
    values = np.linalg.eigvalsh(2 / len(X) * X.T @ X)
    eta = 2 / (values[0] + values[-1])
    lowest = np.mean((X @ np.linalg.lstsq(X, y, rcond=None)[0] - y) ** 2)
    w, k = np.zeros(X.shape[1]), 0
    while np.mean((X @ w - y) ** 2) - lowest > share * lowest and k < 2000:
        w, k = w - eta * 2 / len(X) * X.T @ (X @ w - y), k + 1
    return k


@steps_to_fit.mistake(
    en=("The excess itself is compared with `share`, not its part of the excess at the start.", "`share` is a part, like 1 %. Of what? That number is computed once, at w = 0."),
    ru=("С `share` сравнивается само превышение, а не его доля от превышения в начале.", "`share` — это доля, вроде 1 %. Чего именно? Это число вычисляется один раз, при w = 0."),
)
def share_taken_for_a_loss(X, y, share=0.01):
    values = np.linalg.eigvalsh(2 / len(X) * X.T @ X)
    eta = 2 / (values[0] + values[-1])
    lowest = np.mean((X @ np.linalg.lstsq(X, y, rcond=None)[0] - y) ** 2)
    w, k = np.zeros(X.shape[1]), 0
    while np.mean((X @ w - y) ** 2) - lowest > share:
        w, k = w - eta * 2 / len(X) * X.T @ (X @ w - y), k + 1
    return k


@steps_to_fit.mistake(
    en=("The share is taken of the whole loss at the start, not of its excess.", "The excess at w = 0 is the loss there minus the smallest loss. Which of the two is missing?"),
    ru=("Доля взята от всех потерь в начале, а не от их превышения.", "Превышение при w = 0 — это потери там минус наименьшие потери. Чего из этого не хватает?"),
)
def share_of_the_whole(X, y, share=0.01):
    values = np.linalg.eigvalsh(2 / len(X) * X.T @ X)
    eta = 2 / (values[0] + values[-1])
    lowest = np.mean((X @ np.linalg.lstsq(X, y, rcond=None)[0] - y) ** 2)
    w, k = np.zeros(X.shape[1]), 0
    while np.mean((X @ w - y) ** 2) - lowest > share * np.mean(y**2):
        w, k = w - eta * 2 / len(X) * X.T @ (X @ w - y), k + 1
    return k


@steps_to_fit.mistake(
    en=("The eigenvalues are those of XᵀX, without the factor 2/m.", "The gradient of the mean squared error is a fixed matrix times w, minus a fixed vector. Which matrix is it?"),
    ru=("Собственные значения взяты у XᵀX, без множителя 2/m.", "Градиент среднеквадратичной ошибки — это постоянная матрица, умноженная на w, минус постоянный вектор. Какая это матрица?"),
)
def rate_without_the_factor(X, y, share=0.01):
    values = np.linalg.eigvalsh(X.T @ X)
    eta = 2 / (values[0] + values[-1])
    lowest = np.mean((X @ np.linalg.lstsq(X, y, rcond=None)[0] - y) ** 2)
    w, k = np.zeros(X.shape[1]), 0
    goal = share * (np.mean(y**2) - lowest)
    while np.mean((X @ w - y) ** 2) - lowest > goal:
        w, k = w - eta * 2 / len(X) * X.T @ (X @ w - y), k + 1
    return k


@steps_to_fit.mistake(
    en=("The length of the gradient is counted, not the loss.", "The task asks when the excess of the loss has shrunk. The slope goes down with the distance, the excess with its square."),
    ru=("Ответ — по длине градиента, а не по потерям.", "Задание спрашивает, когда уменьшится превышение потерь. Наклон убывает как расстояние, превышение — как его квадрат."),
)
def gradient_for_loss(X, y, share=0.01):
    values = np.linalg.eigvalsh(2 / len(X) * X.T @ X)
    eta = 2 / (values[0] + values[-1])
    w, k = np.zeros(X.shape[1]), 0
    while np.linalg.norm(X.T @ (X @ w - y)) > share * np.linalg.norm(X.T @ y):
        w, k = w - eta * 2 / len(X) * X.T @ (X @ w - y), k + 1
    return k


@steps_to_fit.mistake(
    en=("Every step is half as long as it should be.", "A 2 stands in the numerator of the best rate, another one in the gradient. Which of them is missing?"),
    ru=("Каждый шаг вдвое короче, чем нужно.", "Одна двойка стоит в числителе наилучшей скорости, другая — в градиенте. Какой из них не хватает?"),
)
def half_steps(X, y, share=0.01):
    values = np.linalg.eigvalsh(2 / len(X) * X.T @ X)
    eta = 1 / (values[0] + values[-1])
    lowest = np.mean((X @ np.linalg.lstsq(X, y, rcond=None)[0] - y) ** 2)
    w, k = np.zeros(X.shape[1]), 0
    goal = share * (np.mean(y**2) - lowest)
    while np.mean((X @ w - y) ** 2) - lowest > goal:
        w, k = w - eta * 2 / len(X) * X.T @ (X @ w - y), k + 1
    return k


@steps_to_fit.mistake(
    en=("The descent starts at another point than w = 0.", "The share is that of the excess at w = 0, and the count depends on the start too. What does the task say about the start?"),
    ru=("Спуск начинается не в точке w = 0.", "Доля берётся от превышения при w = 0, и число шагов тоже зависит от начала. Что о начале сказано в задании?"),
)
def starts_at_ones(X, y, share=0.01):
    values = np.linalg.eigvalsh(2 / len(X) * X.T @ X)
    eta = 2 / (values[0] + values[-1])
    lowest = np.mean((X @ np.linalg.lstsq(X, y, rcond=None)[0] - y) ** 2)
    w, k = np.ones(X.shape[1]), 0
    goal = share * (np.mean((X @ w - y) ** 2) - lowest)
    while np.mean((X @ w - y) ** 2) - lowest > goal:
        w, k = w - eta * 2 / len(X) * X.T @ (X @ w - y), k + 1
    return k


@steps_to_fit.alternative
def by_the_pieces(X, y, share=0.01):
    def gradient(w):
        return 2 / len(X) * X.T @ (X @ w - y)

    def loss(w):
        return np.mean((X @ w - y) ** 2)

    spectrum = np.linalg.eigvalsh(2 / len(X) * X.T @ X)
    eta = 2 / (spectrum.min() + spectrum.max())
    w = np.zeros(X.shape[1])
    lowest = loss(np.linalg.solve(X.T @ X, X.T @ y))
    first, k = loss(w) - lowest, 0
    while (loss(w) - lowest) / first > share:
        w = w - eta * gradient(w)
        k += 1
    return k


@steps_to_fit.alternative
def by_directions(X, y, share=0.01):
    values, turned = np.linalg.eigh(2 / len(X) * X.T @ X)
    excess = values * (turned.T @ np.linalg.lstsq(X, y, rcond=None)[0]) ** 2
    factors = (1 - 2 * values / (values[0] + values[-1])) ** 2
    goal, k = share * excess.sum(), 0
    while excess.sum() > goal:
        excess, k = excess * factors, k + 1
    return k


_SAME = "a square has no sign, a vector no axis or .T but one, X has a row for each answer, and rounding decides no case"
for _answer, _lines in (
    (steps_to_fit, ("X", "w, k", "goal", "eta = ")),
    (by_the_pieces, ("X", "loss(", "spectrum", "eta = ")),
    (by_directions, ("X", "goal", "excess", "factors = ")),
):
    for _line in _lines:
        steps_to_fit.equal(_answer, _line, _SAME)
steps_to_fit.equal(by_the_pieces, "k += 1", "the step does not look at the count, nor the count at the step")
