"""Gradient of the mean log-loss plus lam times the sum of the squares of w[1:]."""


import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u08_logistic_and_softmax.shared import X_SHOWN, Y_SHOWN, random_data, whole_data


@exercise(points=2)
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = 2 * lam * w
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) + pull


logistic_gradient_l2.example(
    np.array([0.5, 1.2, -0.9]), np.array([[1.0, 2.0, -1.0], [1.0, -1.0, 0.5], [1.0, 0.5, 3.0], [1.0, 0.0, 1.0]]), np.array([1.0, 0.0, 0.0, 1.0]), 0.1
)
logistic_gradient_l2.example(np.array([2.0, -0.5]), X_SHOWN, Y_SHOWN, 1.0)
logistic_gradient_l2.example(np.array([0, 0]), np.array([[1, 2], [1, 4]]), np.array([1, 0]), 0.7)
logistic_gradient_l2.example(np.array([1, -2]), np.array([[1, 2], [1, 4]]), np.array([1, 0]), 0.1)


@logistic_gradient_l2.probe("simple")
def _(answer, rng):
    w, X, y = random_data(rng, 4, 2)
    return [answer(w + 0.5, X, y, 0.3), answer(w, X, y, 0.7)]


@logistic_gradient_l2.probe("general")
def _(answer, rng):
    seen = []
    for m, n, lam in ((6, 3, 0.05), (8, 4, 0.4), (3, 5, 1.5)):
        w, X, y = random_data(rng, m, n)
        w[0] = 1.0 + rng.uniform()
        seen.append(answer(w, X, y, lam))
    return seen


@logistic_gradient_l2.probe("edge", credit=0.5)
def _(answer, rng):
    w, X, y = random_data(rng, 5, 3)
    return [answer(w, X, y, 0.0), answer(np.array([1.3]), X[:, :1], y, 0.8)]


@logistic_gradient_l2.probe("edge", credit=0.5)
def _(answer, rng):
    """Whole numbers: they are numbers too."""
    seen = []
    for m, n in ((5, 3), (7, 2)):
        w, X, y = whole_data(rng, m, n)
        X[:, 0], w[1] = 1, rng.choice([-3, 3])  # weights of 1 are their own signs
        seen.append(answer(w, X, y, float(rng.uniform(0.05, 0.2))))
    return seen


@logistic_gradient_l2.mistake(
    en=("The penalty acts on the intercept too.", "The sum of the penalty begins with j = 1: w[0] is free."),
    ru=("Штраф действует и на свободный член.", "Сумма в штрафе начинается с j = 1: вес w[0] свободен."),
)
def intercept_penalised(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y) + 2 * lam * w


@logistic_gradient_l2.mistake(
    en=("The factor 2 is missing.", "The penalty is a sum of squares. What is the derivative of a square? (Some books write λ/2 to get rid of the 2; here there is no such half.)"),
    ru=("Потерян множитель 2.", "Штраф — это сумма квадратов. Чему равна производная квадрата? (В некоторых книгах пишут λ/2, чтобы двойки не было; здесь этой половины нет.)"),
)
def penalty_halved(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = lam * w
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) + pull


@logistic_gradient_l2.mistake(
    en=("Every component has the same number added: the penalty itself, not its derivative.", "How fast does the penalty change with one single weight?"),
    ru=("Ко всем компонентам прибавлено одно и то же число: сам штраф, а не его производная.", "Как быстро штраф меняется вместе с одним весом?"),
)
def penalty_itself(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y) + lam * np.sum(w[1:] ** 2)


@logistic_gradient_l2.mistake(
    en=("All components but the intercept's have the same number added: the penalty itself, not its derivative.", "How fast does the penalty change with one single weight?"),
    ru=("Ко всем компонентам, кроме свободного члена, прибавлено одно и то же число: сам штраф, а не его производная.", "Как быстро штраф меняется вместе с одним весом?"),
)
def penalty_itself_but_for_the_intercept(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    gradient = X.T @ (p - y) / len(y)
    gradient[1:] += lam * np.sum(w[1:] ** 2)
    return gradient


@logistic_gradient_l2.mistake(
    en=("The penalty is divided by the number of objects.", "In the formula of this unit 1/m stands before the sum over the objects only."),
    ru=("Штраф поделён на число объектов.", "В формуле этого урока 1/m стоит только перед суммой по объектам."),
)
def penalty_averaged(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = 2 * lam * w
    pull[0] = 0.0
    return (X.T @ (p - y) + pull) / len(y)


@logistic_gradient_l2.mistake(
    en=("The penalty pulls the weights away from zero.", "A large positive weight makes the penalty grow, so there its derivative is positive."),
    ru=("Штраф уводит веса прочь от нуля.", "Чем больше положительный вес, тем больше штраф: производная там положительна."),
)
def pushes_away(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = 2 * lam * w
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) - pull


@logistic_gradient_l2.mistake(
    en=("The penalty has no effect.", "Change lam: does your gradient change?"),
    ru=("Штраф ни на что не влияет.", "Измените lam: меняется ли ваш градиент?"),
)
def penalty_forgotten(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y)


@logistic_gradient_l2.mistake(
    en=("The pull depends only on the signs of the weights: that belongs to a penalty with absolute values.", "Here the penalty has squares, so a weight twice as large is pulled twice as hard."),
    ru=("Прибавка зависит только от знаков весов: так бывает у штрафа с модулями.", "Здесь в штрафе квадраты: вдвое больший вес тянет к нулю вдвое сильнее."),
)
def absolute_penalty(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = lam * np.sign(w)
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) + pull


@logistic_gradient_l2.mistake(
    en=("The penalty leaves out the wrong end: the last weight, not the first one.", "The intercept is w[0], at the beginning."),
    ru=("Штраф не действует не на тот край: от него избавлен последний вес, а не первый.", "Свободный член — это w[0], он стоит в начале."),
)
def last_weight_free(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = 2 * lam * w
    pull[-1] = 0.0
    return X.T @ (p - y) / len(y) + pull


@logistic_gradient_l2.mistake(
    en=("The weights that you were given come back changed.", "Does one of your lines write into w, such as w[0] = …? Work on a copy: the argument still belongs to whoever called."),
    ru=("Переданные вам веса возвращаются изменёнными.", "Нет ли строки, которая пишет в сам w, например w[0] = …? Работайте с копией: аргумент по-прежнему принадлежит тому, кто вызвал функцию."),
)
def intercept_erased(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    w[0] = 0.0
    return X.T @ (p - y) / len(y) + 2 * lam * w


@logistic_gradient_l2.mistake(
    en=("The first component of the gradient is 0.", "w[0] is free of the penalty only. It still has its part of the log-loss."),
    ru=("Первая компонента градиента равна 0.", "w[0] свободен только от штрафа. Своя доля логистических потерь у него остаётся."),
)
def intercept_frozen(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    g = X.T @ (p - y) / len(y) + 2 * lam * w
    g[0] = 0.0
    return g


@logistic_gradient_l2.mistake(
    en=("The squares of the weights are added, each to its own component.", "The gradient holds slopes. How fast does a square grow with its weight?"),
    ru=("К каждой компоненте прибавлен квадрат её веса.", "В градиенте стоят наклоны. Как быстро растёт квадрат вместе со своим весом?"),
)
def squares_not_differentiated(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = lam * w**2
    pull[0] = 0.0
    return X.T @ (p - y) / len(y) + pull


@logistic_gradient_l2.mistake(
    en=("Two things: the squares of the weights are added as they are, and that of the intercept with them.", "How fast does a square grow with its weight? And from which j on does the sum of the penalty run?"),
    ru=("Две ошибки: прибавлены сами квадраты весов, и квадрат свободного члена тоже.", "Как быстро растёт квадрат с ростом веса? И с какого j начинается сумма в штрафе?"),
)
def all_squares_added(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y) + lam * np.asarray(w) ** 2


@logistic_gradient_l2.mistake(
    en=("With three or more weights the function stops with a ValueError, as happens when the pulls are one number shorter than the gradient.", "Count the numbers of w[1:] and those of the gradient. What belongs in the first place?"),
    ru=("При трёх и более весах функция останавливается с ValueError: так бывает, когда прибавок на одну меньше, чем компонент градиента.", "Сосчитайте числа в w[1:] и компоненты градиента. Что должно стоять на первом месте?"),
)
def tail_does_not_fit(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y) + 2 * lam * w[1:]


@logistic_gradient_l2.mistake(
    en=("Every component has the pulls of all weights together added.", "Each weight is pulled by its own size alone. Is there a sum too many?"),
    ru=("К каждой компоненте прибавлены доли всех весов сразу.", "Каждый вес тянет к нулю только его собственная величина. Нет ли здесь лишней суммы?"),
)
def pulls_added_up(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y) + 2 * lam * np.sum(w[1:])


@logistic_gradient_l2.mistake(
    en=("The part of the log-loss is a sum over the objects, not a mean.", "Only the penalty goes without 1/m. Compare with your logistic_gradient."),
    ru=("Доля логистических потерь — сумма по объектам, а не среднее.", "Без 1/m обходится только штраф. Сравните со своим logistic_gradient."),
)
def loss_part_summed(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = 2 * lam * w
    pull[0] = 0.0
    return X.T @ (p - y) + pull


@logistic_gradient_l2.mistake(
    en=("Two things: the penalty acts on the intercept too, and what it adds is only half as large as it should be.", "From which j on does the sum of the penalty run, and what is the derivative of a square?"),
    ru=("Здесь две ошибки: штраф действует и на свободный член, а каждая прибавка вдвое меньше нужной.", "С какого j начинается сумма в штрафе и чему равна производная квадрата?"),
)
def all_penalised_by_half(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y) + lam * w


@logistic_gradient_l2.mistake(
    en=("The result is that of the intercept 0, in the probabilities too.", "w[0] is free of the penalty only. The scores still need it."),
    ru=("Результат такой, как при нулевом свободном члене — и в вероятностях тоже.", "w[0] свободен только от штрафа. Взвешенным суммам он по-прежнему нужен."),
)
def intercept_left_out(w, X, y, lam):
    v = np.append(0.0, w[1:])
    p = 1 / (1 + np.exp(-(X @ v)))
    return X.T @ (p - y) / len(y) + 2 * lam * v


@logistic_gradient_l2.mistake(
    en=("With whole numbers in w and X the pull loses everything behind the point.", "An array made in the image of another one holds what that one holds. Of which type is yours?"),
    ru=("Если в w и X целые числа, прибавка теряет дробную часть.", "Массив, созданный по образцу другого, хранит числа того же типа. Какого типа ваш?"),
)
def whole_number_pull(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    pull = np.zeros_like(w)
    pull[1:] = 2 * lam * w[1:]
    return X.T @ (p - y) / len(y) + pull


@logistic_gradient_l2.mistake(
    en=("λ itself is added to every component but the first.", "The derivative of a square grows with the number that was squared. Where in your pull does w stand?"),
    ru=("Ко всем компонентам, кроме первой, прибавлена сама λ.", "Производная квадрата растёт вместе с числом, которое возвели в квадрат. Где в вашем штрафе стоит w?"),
)
def lambda_alone(w, X, y, lam):
    pull = np.full(len(w), float(lam))
    pull[0] = 0.0
    return X.T @ (1 / (1 + np.exp(-(X @ w))) - y) / len(y) + pull


@logistic_gradient_l2.mistake(
    en=("All weights but the intercept are pulled equally hard, whatever their size.", "The derivative of a square grows with the number that was squared. Where in your pull does w stand?"),
    ru=("Все веса, кроме свободного члена, тянет одинаково сильно, каковы бы они ни были.", "Производная квадрата растёт вместе с числом, которое возвели в квадрат. Где в вашем штрафе стоит w?"),
)
def pull_without_weights(w, X, y, lam):
    pull = np.full(len(w), 2.0 * lam)
    pull[0] = 0.0
    return X.T @ (1 / (1 + np.exp(-(X @ w))) - y) / len(y) + pull


@logistic_gradient_l2.alternative
def with_a_mask(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    return (p - y) @ X / len(y) + 2 * lam * w * (np.arange(len(w)) > 0)


@logistic_gradient_l2.alternative
def with_a_loop(w, X, y, lam):
    slopes = []
    for j, column in enumerate(X.T):
        slope = np.mean((1 / (1 + np.exp(-(X @ w))) - y) * column)
        slopes.append(slope if j == 0 else slope + 2 * lam * w[j])
    return slopes


@logistic_gradient_l2.alternative
def with_the_tail(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    gradient = X.T @ (p - y) / len(y)
    gradient[1:] += 2 * lam * w[1:]
    return gradient


_ROW = "a row turned round is the same row"
_LENGTH = "y, p and X have the same length m; a row turned round is the same row, and a factor may stand inside or outside"
_PRODUCT = "the order in which three numbers are multiplied changes nothing"
logistic_gradient_l2.equal(logistic_gradient_l2, "np.exp(-(X @ w))", _ROW + "; the sigmoid may come before or after the penalty")
logistic_gradient_l2.equal(logistic_gradient_l2, "2 * lam * w", _PRODUCT)
logistic_gradient_l2.equal(logistic_gradient_l2, "/ len(y)", _LENGTH)
logistic_gradient_l2.equal(with_a_mask, "np.exp(-(X @ w))", _ROW)
logistic_gradient_l2.equal(with_a_mask, "/ len(y)", _LENGTH + "; " + _PRODUCT)
logistic_gradient_l2.equal(with_a_loop, "np.exp(-(X @ w))", _ROW + ", and it has only one axis")
logistic_gradient_l2.equal(with_a_loop, "slopes.append", "no index is below 0, and " + _PRODUCT)
logistic_gradient_l2.equal(with_the_tail, "np.exp(-(X @ w))", _ROW)
logistic_gradient_l2.equal(with_the_tail, "/ len(y)", _LENGTH)
logistic_gradient_l2.equal(with_the_tail, "2 * lam * w[1:]", _PRODUCT)
