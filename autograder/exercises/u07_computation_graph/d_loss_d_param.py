"""Derivative of the loss (gold - pred)**2 with respect to param."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u07_computation_graph.shared import distinct_numbers, random_neuron, whole_neuron
from autograder.judging.judge import number


@exercise(points=2)
def d_loss_d_param(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return -2 * (gold - pred) * x[1]


d_loss_d_param.example(1, 0.3, np.array([4.0, 7.0, -2.0]), np.array([2.0, 9.0, 0.5]))  # before an error and an input of 1
d_loss_d_param.example(1.0, -1.0, np.array([2.0, 3.0, 1.0]), np.array([0.5, 7.0, 2.0]))


@d_loss_d_param.probe("simple")
def _(answer, rng):
    cases = [(float(rng.uniform(4, 6)), float(distinct_numbers(rng, 1)[0]), *random_neuron(rng)) for _ in range(3)]
    cases.append((int(rng.integers(4, 9)), int(rng.choice([-2, 2])), *whole_neuron(rng)))  # numbers may be whole ones
    return [number(answer(gold, param, x, w)) for gold, param, w, x in cases]


@d_loss_d_param.probe("general")
def _(answer, rng):
    return [
        number(answer(float(rng.normal(scale=3.0)), float(rng.normal()), rng.normal(size=3), rng.normal(size=3)))
        for _ in range(5)
    ]


@d_loss_d_param.mistake(
    en=("The sign is turned round.", "The parameter stands inside the prediction, and the prediction is subtracted. Which factor does that give?"),
    ru=("Знак обратный.", "Параметр стоит внутри предсказания, а предсказание вычитается. Какой множитель это даёт?"),
)
def sign_lost(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return 2 * (gold - pred) * x[1]


@d_loss_d_param.mistake(
    en=("The 2 of the square has been lost.", "The table has a row for a². What does it say?"),
    ru=("Потеряна двойка от квадрата.", "В таблице есть строка для a². Что в ней сказано?"),
)
def two_lost(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return -(gold - pred) * x[1]


@d_loss_d_param.mistake(
    en=("The chain stops one link too early.", "The path from the loss ends at param: what does param meet on its way into the prediction?"),
    ru=("Цепочка обрывается на одно звено раньше.", "Путь от потерь кончается в param: с чем param встречается по дороге в предсказание?"),
)
def input_lost(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return -2 * (gold - pred)


@d_loss_d_param.mistake(
    en=("The prediction is made with w[1], not with param.", "In this model param has taken the place of the middle weight."),
    ru=("Предсказание сделано с w[1], а не с param.", "В этой модели param стоит на месте среднего веса."),
)
def middle_weight_used(gold, param, x, w):
    return -2 * (gold - np.sum(w * x)) * x[1]


@d_loss_d_param.mistake(
    en=("The result is that of a loss (gold − pred) times 2.", "The 2 is an exponent: the loss is a square."),
    ru=("Результат такой, как у потерь (gold − pred), умноженных на 2.", "Двойка — это показатель степени: потери — квадрат."),
)
def slide_read_literally(gold, param, x, w):
    return -2 * x[1]


@d_loss_d_param.mistake(
    en=("This is the loss, not its derivative.", "The task asks how the loss changes when param is raised a little."),
    ru=("Это сами потери, а не их производная.", "Задание спрашивает, как изменятся потери, если param чуть увеличить."),
)
def loss_itself(gold, param, x, w):
    return (gold - (w[0] * x[0] + param * x[1] + w[2] * x[2])) ** 2


@d_loss_d_param.mistake(
    en=("The prediction goes through a sigmoid.", "The model here is linear regression: a bare sum of three products."),
    ru=("Предсказание пропущено через сигмоиду.", "Модель здесь — линейная регрессия: просто сумма трёх произведений."),
)
def sigmoid_on_top(gold, param, x, w):
    pred = 1 / (1 + np.exp(-(w[0] * x[0] + param * x[1] + w[2] * x[2])))
    return -2 * (gold - pred) * pred * (1 - pred) * x[1]


@d_loss_d_param.mistake(
    en=("(gold − pred) is multiplied by param itself.", "The prediction contains param times something. The derivative with respect to param leaves the something."),
    ru=("(gold − pred) умножается на сам param.", "В предсказании param на что-то умножен. Производная по param оставляет именно это «что-то»."),
)
def param_as_factor(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return -2 * (gold - pred) * param


@d_loss_d_param.mistake(
    en=("Three derivatives come back where one is asked for.", "param meets one of the three inputs only. Which one?"),
    ru=("Возвращены три производные, а нужна одна.", "param встречается только с одним из трёх входов. С каким?"),
)
def all_three(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return -2 * (gold - pred) * x


@d_loss_d_param.mistake(
    en=("The result is 0.001 times the change: that is the microchange already.", "The learning rate comes in the next exercise. Here the slope alone is asked for."),
    ru=("Результат в 1000 раз меньше: это уже микроизменение.", "Скорость обучения появится в следующем упражнении. Здесь нужен только наклон."),
)
def microchange_already(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return -0.001 * 2 * (gold - pred) * x[1]


@d_loss_d_param.mistake(
    en=("(gold − pred) is multiplied by the first input.", "Count from 0: param stands at the middle input."),
    ru=("(gold − pred) умножается на первый вход.", "Счёт идёт с нуля: param стоит при среднем входе."),
)
def first_input(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return -2 * (gold - pred) * x[0]


@d_loss_d_param.mistake(
    en=("The prediction consists of the product with param alone.", "The other two weights do not change, but they belong to pred, and the derivative contains pred."),
    ru=("Предсказание состоит из одного произведения с param.", "Два других веса не меняются, но входят в pred, а pred входит в производную."),
)
def one_product_only(gold, param, x, w):
    return -2 * (gold - param * x[1]) * x[1]


@d_loss_d_param.mistake(
    en=("The difference is squared where the derivative lowers the power.", "The row for a² gives 2a: which power of (gold − pred) is left?"),
    ru=("Разность осталась в квадрате, а производная понижает степень.", "Строка для a² даёт 2a. Какая степень у (gold − pred) остаётся?"),
)
def power_kept(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return -2 * (gold - pred) ** 2 * x[1]


@d_loss_d_param.mistake(
    en=("The prediction has both middle weights in it, w[1] and param.", "param stands in the place of w[1]. Does your sum still contain w[1] · x[1]?"),
    ru=("В предсказании оба средних веса: и w[1], и param.", "param стоит на месте w[1]. Не осталось ли в сумме слагаемое w[1] · x[1]?"),
)
def both_middle_weights(gold, param, x, w):
    pred = np.sum(w * x) + param * x[1]
    return -2 * (gold - pred) * x[1]


@d_loss_d_param.mistake(
    en=("This is the parameter after a step with the rate 0.001.", "The derivative itself is asked for, which the lecture calls change. The step is the next exercise."),
    ru=("Это параметр после шага со скоростью 0.001.", "Нужна сама производная — то, что в лекции названо change. Шаг будет в следующем упражнении."),
)
def stepped(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return param + 0.001 * 2 * (gold - pred) * x[1]


@d_loss_d_param.alternative
def multiplied_out(gold, param, x, w):
    a, b, c = x
    return 2 * param * b**2 - 2 * (gold - w[0] * a - w[-1] * c) * b


@d_loss_d_param.alternative
def link_by_link(gold, param, x, w):
    difference = gold - np.sum([w[0] * x[0], param * x[1], w[2] * x[2]])
    d_difference = 2 * difference
    d_pred = -1 * d_difference
    return d_pred * x[1]


@d_loss_d_param.alternative
def by_central_difference(gold, param, x, w):
    def loss(p):
        weights = [w[0], p, w[2]]
        return (gold - np.dot(weights, x)) ** 2

    return (loss(param + 1) - loss(param - 1)) / 2


d_loss_d_param.equal(d_loss_d_param, "pred = w[0] * x[0] + param * x[1] + w[2] * x[2]", "the last of three entries is also the third, and a sum may be grouped at will")
d_loss_d_param.equal(d_loss_d_param, "-2 * (gold - pred) * x[1]", "a product may be grouped at will")
d_loss_d_param.equal(multiplied_out, "2 * param * b**2", "a product may be grouped at will, and the last of three entries is also the third")
d_loss_d_param.equal(link_by_link, "w[2] * x[2]", "the last of three entries is also the third")
d_loss_d_param.equal(by_central_difference, "w[2]", "the last of three entries is also the third")
d_loss_d_param.equal(by_central_difference, "np.dot(weights, x)", "a square has no sign, and the product of two vectors is symmetric")
