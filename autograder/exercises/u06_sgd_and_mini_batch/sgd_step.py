"""One step of stochastic gradient descent for the squared error."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u06_sgd_and_mini_batch.shared import X_SHOWN, Y_SHOWN, random_data, whole_numbers


@exercise(points=1)
def sgd_step(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * (X[i] @ w - y[i]) * X[i]


sgd_step.example(  # before weights of 0, at which a sign inside of the square is not seen
    np.array([0.4, -0.3]), np.array([[1.0, 2.0], [0.5, -1.0], [2.0, 1.5]]), np.array([1.0, -0.5, 3.0]), 2, 0.05
)
sgd_step.example(np.array([0.0, 0.0]), X_SHOWN, Y_SHOWN, 1, 0.1)
sgd_step.example(np.array([1.0, -1.0]), X_SHOWN, Y_SHOWN, 2, 0.05)
sgd_step.example(np.array([1, -1]), np.array([[2, 1], [1, 3]]), np.array([2, 1]), 0, 0.05)


@sgd_step.probe("general")
def _(answer, rng):
    seen = []
    for m, n, i in ((5, 3, rng.integers(1, 5)), (4, 2, rng.integers(1, 4)), (7, 4, 0)):
        X, y = random_data(rng, m, n)
        seen.append(answer(rng.normal(size=n), X, y, int(i), float(rng.uniform(0.05, 0.4))))
    return seen


@sgd_step.probe("edge", credit=0.5)
def _(answer, rng):
    X, y = random_data(rng, 6, 1)
    ends = [answer(rng.normal(size=1), X, y, i, float(rng.uniform(0.1, 0.3))) for i in (0, 5)]
    w, X = whole_numbers(rng, 3), whole_numbers(rng, 4, 3)
    y = X @ w + whole_numbers(rng, 4)  # no residual is 0
    return [*ends, answer(w, X, y, int(rng.integers(1, 4)), float(rng.uniform(0.01, 0.04)))]


@sgd_step.mistake(
    en=("The step goes uphill.", "The gradient shows where the loss of the object grows. Check the sign before the step and the one in the residual."),
    ru=("Шаг идёт в гору.", "Градиент показывает, куда растут потери объекта. Проверьте знак перед шагом и знак в остатке."),
)
def uphill(w, X, y, i, learning_rate):
    return w + learning_rate * 2 * (X[i] @ w - y[i]) * X[i]


@sgd_step.mistake(
    en=("The step is half as long as it should be.", "A square is differentiated here: where has its exponent gone?"),
    ru=("Шаг вдвое короче, чем нужно.", "Здесь дифференцируют квадрат: куда делся его показатель?"),
)
def no_two(w, X, y, i, learning_rate):
    return w - learning_rate * (X[i] @ w - y[i]) * X[i]


@sgd_step.mistake(
    en=("The inner derivative is missing.", "By the chain rule the derivative with respect to a weight contains that weight's own feature."),
    ru=("Нет производной внутренней функции.", "По цепному правилу в производную по весу входит признак, на который этот вес умножен."),
)
def no_feature(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * (X[i] @ w - y[i])


@sgd_step.mistake(
    en=("This is a step of the full gradient: every object takes part.", "Only the row with number i may be looked at."),
    ru=("Это шаг по полному градиенту: участвуют все объекты.", "Смотреть можно только на строку с номером i."),
)
def all_objects(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * X.T @ (X @ w - y) / len(y)


@sgd_step.mistake(
    en=("The step is divided by the number of objects.", "The loss of one object is not an average: nothing is left to divide by."),
    ru=("Шаг поделён на число объектов.", "Потери одного объекта — не среднее, делить здесь не на что."),
)
def divided_by_m(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * (X[i] @ w - y[i]) * X[i] / len(y)


@sgd_step.mistake(
    en=("The objects are counted from 1.", "Row 0 is the first object, and i is a row number."),
    ru=("Объекты пронумерованы с единицы.", "Первый объект — это строка 0, а i — номер строки."),
)
def counted_from_one(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * (X[i - 1] @ w - y[i - 1]) * X[i - 1]


@sgd_step.mistake(
    en=("The gradient is returned, not the new weights.", "One thing is left to do: start from w and go against it."),
    ru=("Возвращён градиент, а не новые веса.", "Осталось одно: встать в w и пойти против него."),
)
def gradient_only(w, X, y, i, learning_rate):
    return 2 * (X[i] @ w - y[i]) * X[i]


@sgd_step.mistake(
    en=("The learning rate has no effect on the step.", "Double learning_rate: the step must become twice as long."),
    ru=("Скорость обучения не влияет на шаг.", "Удвойте learning_rate: шаг должен стать вдвое длиннее."),
)
def no_rate(w, X, y, i, learning_rate):
    return w - 2 * (X[i] @ w - y[i]) * X[i]


@sgd_step.mistake(
    en=("The result is the step alone, without the weights it starts from.", "With w = (0, 0) one cannot see it. Where in your last line does w stand?"),
    ru=("Результат — один только шаг, без весов, от которых он сделан.", "При w = (0, 0) этого не видно. Где в вашей последней строке стоит w?"),
)
def step_alone(w, X, y, i, learning_rate):
    return -learning_rate * 2 * (X[i] @ w - y[i]) * X[i]


@sgd_step.mistake(
    en=("Each weight is moved as if its own feature alone made the prediction.", "The prediction for an object is one number. Are the products of weights and features added up?"),
    ru=("Каждый вес сдвигается так, будто предсказание даёт один его признак.", "Предсказание для объекта — одно число. Складываются ли произведения весов и признаков?"),
)
def features_apart(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * (X[i] * w - y[i]) * X[i]


@sgd_step.mistake(
    en=("When the weights are whole numbers, the new ones lose their decimals.", "An array made like w can hold only what w can. In which array do your new weights stand?"),
    ru=("Если веса целые, у новых весов пропадает дробная часть.", "Массив, созданный по образцу w, хранит только такие же числа. В каком массиве у вас новые веса?"),
)
def cut_to_whole(w, X, y, i, learning_rate):
    new = np.zeros_like(w)
    for j in range(len(w)):
        new[j] = w[j] - learning_rate * 2 * (X[i] @ w - y[i]) * X[i, j]
    return new


@sgd_step.mistake(
    en=("The weights that were passed in are changed.", "The caller still needs the old w, and whole numbers cannot take such a step at all. Look for -= or an assignment to w[…]."),
    ru=("Изменены веса, переданные в функцию.", "Прежнее w ещё нужно тому, кто вас вызвал, а целым числам такой шаг и вовсе не сделать. Поищите -= или присваивание в w[…]."),
)
def in_place(w, X, y, i, learning_rate):
    w -= learning_rate * 2 * (X[i] @ w - y[i]) * X[i]
    return w


@sgd_step.mistake(
    en=("The features multiply the prediction alone, and the answer of the object is subtracted after that.", "The error is one number, prediction minus answer; only then comes the feature. What stands in your bracket?"),
    ru=("На признаки умножено одно только предсказание, а ответ объекта вычтен уже потом.", "Ошибка — одно число: предсказание минус ответ. Только её и умножают на признак. Что у вас стоит в скобках?"),
)
def answer_after_the_product(w, X, y, i, learning_rate):
    return w - learning_rate * 2 * (X[i] @ w * X[i] - y[i])


@sgd_step.alternative
def by_loop(w, X, y, i, learning_rate):
    residual = -y[i]
    for x, weight in zip(X[i], w):
        residual += x * weight
    return [weight - 2 * learning_rate * residual * x for x, weight in zip(X[i], w)]


@sgd_step.alternative
def by_slices(w, X, y, i, learning_rate):
    row, target = X[i : i + 1], y[i : i + 1]
    return w + 2 * learning_rate * row.T @ (target - row @ w)


sgd_step.equal(sgd_step, "X[i] @ w", "the same product: a .T of a vector is itself, and factors may stand in any order")
sgd_step.equal(by_loop, "zip(", "the same product: each pair is multiplied, and factors may stand in any order")
sgd_step.equal(by_slices, "row", "the same product grouped another way; a .T of a vector is itself, and a pair may be a list")
