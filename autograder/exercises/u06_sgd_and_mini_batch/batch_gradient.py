"""Mean gradient of the squared errors over some objects."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u06_sgd_and_mini_batch.shared import X_SHOWN, Y_SHOWN, random_data, whole_numbers


@exercise(points=2)
def batch_gradient(w, X, y, idx):
    rows = X[idx]
    return 2 * rows.T @ (rows @ w - y[idx]) / len(idx)


batch_gradient.example(  # before weights of 0, and before a batch of 2, in which a sum is twice the mean
    np.array([0.4, -0.3]), np.array([[1.0, 2.0], [0.5, -1.0], [2.0, 1.5], [-1.0, 0.5]]), np.array([1.0, -0.5, 3.0, 2.0]), np.array([3, 0, 2])
)
batch_gradient.example(np.array([0.0, 0.0]), X_SHOWN, Y_SHOWN, np.array([0, 2]))
batch_gradient.example(np.array([0.5, 1.0]), X_SHOWN, Y_SHOWN, np.array([1, 1, 2]))
batch_gradient.example(np.array([1, -1]), np.array([[1.0, 0.5], [0.5, 1.0], [-0.5, 1.5]]), np.array([1.0, 0.5, 2.0]), np.array([2, 0, 1]))


@batch_gradient.probe("general")
def _(answer, rng):
    seen = []
    for m, n, size in ((6, 3, 2), (9, 2, 4), (5, 4, 1)):
        X, y = random_data(rng, m, n)
        seen.append(answer(rng.normal(size=n), X, y, rng.permutation(m)[:size]))
    return seen


@batch_gradient.probe("edge")
def _(answer, rng):
    X, y = random_data(rng, 5, 3)
    w, rows = rng.normal(size=3), rng.permutation(5)
    return [answer(w, X, y, rows[repeated]) for repeated in ([1, 1, 3], [4, 0, 4, 4], [2, 2, 3, 3, 3, 0, 1])]


@batch_gradient.probe("edge", credit=0.5)
def _(answer, rng):
    """Whole numbers: the weights, then the data. And a table with a single column."""
    X, y = random_data(rng, 6, 3)
    first, second = 2 + rng.permutation(4), 2 + rng.permutation(4)
    whole = answer(rng.normal(size=2), whole_numbers(rng, 6, 2), whole_numbers(rng, 6), second)
    return [answer(whole_numbers(rng, 3), X, y, first), whole, answer(rng.normal(size=1), X[:, 1:2], y, first)]


@batch_gradient.mistake(
    en=("The gradients are added up but not averaged.", "Repeat every index once more: the mean must not change. Does yours?"),
    ru=("Градиенты сложены, но не усреднены.", "Повторите каждый номер ещё раз: среднее не должно измениться. А ваше?"),
)
def summed(w, X, y, idx):
    return 2 * X[idx].T @ (X[idx] @ w - y[idx])


@batch_gradient.mistake(
    en=("The sum over the batch is divided by the number of all objects.", "Average over what has been added up: how many terms are there?"),
    ru=("Сумма по батчу поделена на число всех объектов.", "Усредняйте по тому, что сложили: сколько там слагаемых?"),
)
def divided_by_all(w, X, y, idx):
    return 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(y)


@batch_gradient.mistake(
    en=("The whole sample is used, whatever the indices.", "Pick out the rows of the batch first, in X and in y."),
    ru=("Берётся вся выборка, какими бы ни были номера.", "Сначала отберите строки батча — и в X, и в y."),
)
def full_gradient(w, X, y, idx):
    return 2 * X.T @ (X @ w - y) / len(y)


@batch_gradient.mistake(
    en=("A repeated index is counted once.", "An object that was drawn twice has two votes. Is there a set or a unique on the way?"),
    ru=("Повторный номер учтён один раз.", "У объекта, который вытянули дважды, два голоса. Нет ли по пути set или unique?"),
)
def repeats_lost(w, X, y, idx):
    once = np.unique(idx)
    return 2 * X[once].T @ (X[once] @ w - y[once]) / len(once)


@batch_gradient.mistake(
    en=("A repeated index is added once but divided by the length of the batch.", "Which variable of yours remembers how often a row was drawn? Truth values cannot, and += on chosen places adds once only."),
    ru=("Повторный номер прибавлен один раз, а делят на всю длину батча.", "Что у вас помнит, сколько раз вытянули строку? Массив из True и False на это не способен, а += по списку мест прибавляет только один раз."),
)
def by_mask(w, X, y, idx):
    mask = np.isin(np.arange(len(y)), idx)
    return 2 * X[mask].T @ (X[mask] @ w - y[mask]) / len(idx)


@batch_gradient.mistake(
    en=("The factor of the square is missing.", "The derivative of a square brings a 2 to the front."),
    ru=("Пропущен множитель от квадрата.", "Производная квадрата выносит вперёд двойку."),
)
def no_factor(w, X, y, idx):
    return X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)


@batch_gradient.mistake(
    en=("The sign is turned round.", "The residual is the prediction minus the answer. This is the anti-gradient."),
    ru=("Знак обратный.", "Остаток — это предсказание минус ответ. У вас получился антиградиент."),
)
def sign_turned(w, X, y, idx):
    return 2 * X[idx].T @ (y[idx] - X[idx] @ w) / len(idx)


@batch_gradient.mistake(
    en=("Only the first object of the batch is looked at.", "All the objects with these numbers vote. Where does your code take one?"),
    ru=("Учтён только первый объект батча.", "Голосуют все объекты с этими номерами. Где ваш код берёт один?"),
)
def first_only(w, X, y, idx):
    i = idx[0]
    return 2 * (X[i] @ w - y[i]) * X[i]


@batch_gradient.mistake(
    en=("The first rows of the data are used, as many as the batch has.", "A place in idx is not the number that stands there. Which of the two picks your rows?"),
    ru=("Взяты первые строки данных — столько, сколько номеров в батче.", "Место в idx и номер, который там стоит, — не одно и то же. По чему из них вы выбираете строки?"),
)
def places_not_numbers(w, X, y, idx):
    total = np.zeros(len(w))
    for k in range(len(idx)):
        total += 2 * (X[k] @ w - y[k]) * X[k]
    return total / len(idx)


@batch_gradient.mistake(
    en=("One number comes back: the features have been averaged together too.", "The gradient has a number for each weight. Along which axis is the mean taken?"),
    ru=("Получилось одно число: усреднены и признаки.", "В градиенте по числу на каждый вес. По какой оси берётся среднее?"),
)
def one_number(w, X, y, idx):
    return np.mean(2 * (X[idx] @ w - y[idx])[:, None] * X[idx])


@batch_gradient.mistake(
    en=("The inner derivative is missing: the result is twice the mean residual.", "By the chain rule the gradient of an object contains its features."),
    ru=("Нет производной внутренней функции: получился удвоенный средний остаток.", "По цепному правилу в градиент объекта входят его признаки."),
)
def no_features(w, X, y, idx):
    return np.mean(2 * (X[idx] @ w - y[idx]))


@batch_gradient.mistake(
    en=("When the weights are whole numbers, the gradient loses its decimals.", "An array made like w can hold only what w can. In which array does your gradient stand?"),
    ru=("Если веса целые, у градиента пропадает дробная часть.", "Массив, созданный по образцу w, хранит только такие же числа. В каком массиве у вас градиент?"),
)
def cut_to_whole(w, X, y, idx):
    gradient = np.zeros_like(w)
    for j in range(len(w)):
        gradient[j] = sum(2 * (X[i] @ w - y[i]) * X[i, j] for i in idx) / len(idx)
    return gradient


@batch_gradient.mistake(
    en=("Your code stops with a TypeError when the weights are whole numbers.", "An array made like w cannot take fractions in. What do you add the gradients up in?"),
    ru=("На целых весах ваш код останавливается с TypeError.", "Массив, созданный по образцу w, не принимает дробей. В чём вы складываете градиенты?"),
)
def total_of_whole_numbers(w, X, y, idx):
    total = np.zeros_like(w)
    for i in idx:
        total += 2 * (X[i] @ w - y[i]) * X[i]
    return total / len(idx)


@batch_gradient.mistake(
    en=("The mean error is multiplied by the mean object.", "A mean of products is not the product of the means. Each object brings its own error and its own features: multiply first, then average."),
    ru=("Средняя ошибка умножена на средний объект.", "Среднее произведений — не то же, что произведение средних. У каждого объекта своя ошибка и свои признаки: сначала умножьте, потом усредняйте."),
)
def means_multiplied(w, X, y, idx):
    return 2 * np.mean(X[idx] @ w - y[idx]) * np.mean(X[idx], axis=0)


@batch_gradient.mistake(
    en=("The objects are those of the batch, but their answers are the first ones of the data.", "Row and answer of an object have the same number. How do you take the answers out of y?"),
    ru=("Объекты взяты из батча, а ответы — первые по счёту в данных.", "У строки и у ответа одного объекта один и тот же номер. Как вы берёте ответы из y?"),
)
def answers_of_the_first(w, X, y, idx):
    return 2 * X[idx].T @ (X[idx] @ w - y[: len(idx)]) / len(idx)


@batch_gradient.mistake(
    en=("The first rows of the data are used, as many as the batch has, if there are so many.", "A place in idx is not the number that stands there. Which of the two picks your rows?"),
    ru=("Взяты первые строки данных — столько, сколько номеров в батче, если строк хватает.", "Место в idx и номер, который там стоит, — не одно и то же. По чему из них вы выбираете строки?"),
    looks_like=("places_not_numbers",),
)
def first_rows(w, X, y, idx):
    X, y = X[: len(idx)], y[: len(idx)]
    return 2 / len(idx) * X.T @ (X @ w - y)


@batch_gradient.alternative
def by_object(w, X, y, idx):
    total = np.zeros(len(w))
    for i in idx:
        total += 2 * (X[i] @ w - y[i]) * X[i]
    return total / len(idx)


@batch_gradient.alternative
def by_mean(w, X, y, idx):
    residual = X[idx] @ w - y[idx]
    return np.mean(2 * residual[:, None] * X[idx], axis=0)


@batch_gradient.alternative
def by_counts(w, X, y, idx):
    counts = np.bincount(idx, minlength=len(y)) / len(idx)
    return 2 * X.T @ (counts * (X @ w - y))


batch_gradient.equal(batch_gradient, "rows @ w", "the same product grouped another way; a .T of a vector is itself, and idx and its rows are equally many")
batch_gradient.equal(by_object, "X[i] @ w", "the same product: a .T of a vector is itself, and factors may stand in any order")
batch_gradient.equal(by_mean, "residual", "the same product grouped another way; a .T of a vector is itself")
batch_gradient.equal(by_counts, "counts", "the same product grouped another way; a .T of a vector is itself, and X has a row for each answer")
