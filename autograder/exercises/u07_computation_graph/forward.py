"""Forward pass of S(w1*x1 + w2*x2 + w3*x3)."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u07_computation_graph.shared import random_neuron, whole_neuron
from autograder.judging.parts import entry


@exercise(points=1)
def forward(w, x):
    a, b, c = w * x
    g = a + b + c
    return {"A": a, "B": b, "C": c, "G": g, "S": 1 / (1 + np.exp(-g))}


forward.example(np.array([1.5, -2.0, 0.5]), np.array([0.8, 0.5, -3.0]))  # before G = 0, where tanh is the bare sum
forward.example(np.array([0.5, -1.0, 2.0]), np.array([2.0, 3.0, 1.0]))


for _key in "ABCGS":  # a fifth of the points for each

    @forward.probe("general", part=_key)
    def _(answer, rng, key=_key):
        cases = [*(random_neuron(rng) for _ in range(2)), whole_neuron(rng), *rng.normal(size=(3, 2, 3))]
        return [entry(answer(*case), key, 5) for case in cases]

    @forward.probe("edge", credit=0.5, part=_key)
    def _(answer, rng, key=_key):
        w, x = random_neuron(rng)
        return [entry(answer(*case), key, 5) for case in ((w, 0 * x), (np.array([0.0, 1.0, 0.0]) * w, x), (4 * w, x))]


@forward.mistake(
    en=("S is the bare sum: the sigmoid is missing.", "G hands its sum to S. What does S do with it?"),
    ru=("S равно самой сумме: сигмоида пропала.", "G отдаёт сумму функции S. Что S с ней делает?"),
)
def no_sigmoid(w, x):
    a, b, c = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    return {"A": a, "B": b, "C": c, "G": a + b + c, "S": a + b + c}


@forward.mistake(
    en=("G and S have changed places.", "Here G is the sum of the three products, and S is the sigmoid of it."),
    ru=("G и S поменялись местами.", "Здесь G — сумма трёх произведений, а S — сигмоида от неё."),
)
def letters_of_the_slide(w, x):
    a, b, c = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    return {"A": a, "B": b, "C": c, "G": 1 / (1 + np.exp(-(a + b + c))), "S": a + b + c}


@forward.mistake(
    en=("S is 1 minus what it should be: it falls where the sum grows.", "A large positive sum must give an S close to 1. Which sign does the exponent ask for?"),
    ru=("S — это единица минус то, что нужно: с ростом суммы она убывает.", "Большая положительная сумма должна давать S, близкое к 1. Какой знак нужен в показателе?"),
)
def sigmoid_upside_down(w, x):
    a, b, c = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    return {"A": a, "B": b, "C": c, "G": a + b + c, "S": 1 / (1 + np.exp(a + b + c))}


@forward.mistake(
    en=("A, B and C are sums where products are due.", "Each of the three has one weight and one input. Which operation joins them?"),
    ru=("A, B и C посчитаны как суммы, а должны быть произведениями.", "У каждой из трёх один вес и один вход. Какое действие их связывает?"),
)
def sums_first(w, x):
    a, b, c = w[0] + x[0], w[1] + x[1], w[2] + x[2]
    g = a + b + c
    return {"A": a, "B": b, "C": c, "G": g, "S": 1 / (1 + np.exp(-g))}


@forward.mistake(
    en=("G multiplies A, B and C.", "The line of G in the decomposition joins the three by addition."),
    ru=("G перемножает A, B и C.", "В строке разложения для G эти три числа складываются."),
)
def product_in_g(w, x):
    a, b, c = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    return {"A": a, "B": b, "C": c, "G": a * b * c, "S": 1 / (1 + np.exp(-a * b * c))}


@forward.mistake(
    en=("The sigmoid is applied too early, to each of the three numbers.", "A, B and C hand on bare products; only the last function bends."),
    ru=("Сигмоида применена слишком рано, сразу к трём числам.", "A, B и C отдают простые произведения; изгибает только последняя функция."),
)
def sigmoid_of_each(w, x):
    a, b, c = (1 / (1 + np.exp(-w[i] * x[i])) for i in range(3))
    return {"A": a, "B": b, "C": c, "G": a + b + c, "S": 1 / (1 + np.exp(-(a + b + c)))}


@forward.mistake(
    en=("Only the last value comes back.", "The backward pass will need the values on the way too: five of them, each under its letter."),
    ru=("Возвращается только последнее значение.", "Обратному проходу понадобятся и промежуточные: всего пять, каждое под своей буквой."),
)
def only_the_end(w, x):
    return 1 / (1 + np.exp(-np.sum(w * x)))


@forward.mistake(
    en=("S is 1 + e^(−G), as when the sigmoid has lost the brackets of its denominator.", "Python divides before it adds: for G = 0 the sigmoid must give 0.5."),
    ru=("S равно 1 + e^(−G), как если в сигмоиде потерять скобки знаменателя.", "Python делит раньше, чем складывает. При G = 0 сигмоида должна дать 0.5."),
)
def brackets_lost(w, x):
    a, b, c = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    return {"A": a, "B": b, "C": c, "G": a + b + c, "S": 1 / 1 + np.exp(-(a + b + c))}


@forward.mistake(
    en=("Under S stands its slope, not its value.", "The forward pass computes values; derivatives come on the way back."),
    ru=("Под S стоит её наклон, а не значение.", "Прямой проход считает значения, а производные появятся на обратном пути."),
)
def slope_under_s(w, x):
    a, b, c = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    s = 1 / (1 + np.exp(-(a + b + c)))
    return {"A": a, "B": b, "C": c, "G": a + b + c, "S": s * (1 - s)}


@forward.mistake(
    en=("The keys are small letters.", "The task names the five keys: 'A', 'B', 'C', 'G', 'S'. For Python 'a' is another key."),
    ru=("Ключи записаны строчными буквами.", "В задании пять ключей: 'A', 'B', 'C', 'G', 'S'. Для Python 'a' — другой ключ."),
)
def small_letters(w, x):
    a, b, c = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    g = a + b + c
    return {"a": a, "b": b, "c": c, "g": g, "s": 1 / (1 + np.exp(-g))}


@forward.mistake(
    en=("The five numbers come without their letters.", "A dictionary is asked for: each number stands under its key."),
    ru=("Пять чисел возвращены без букв.", "Нужен словарь: каждое число стоит под своим ключом."),
)
def without_letters(w, x):
    a, b, c = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    g = a + b + c
    return a, b, c, g, 1 / (1 + np.exp(-g))


@forward.mistake(
    en=("S is the tanh of the sum.", "The sigmoid never leaves the range from 0 to 1, and at G = 0 it gives 0.5. What does tanh give there?"),
    ru=("S — это tanh от суммы.", "Сигмоида не выходит за пределы от 0 до 1, а при G = 0 равна 0.5. Чему там равен tanh?"),
)
def tanh_for_sigmoid(w, x):
    a, b, c = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    return {"A": a, "B": b, "C": c, "G": a + b + c, "S": np.tanh(a + b + c)}


@forward.mistake(
    en=("G is the sum of A and B, without C.", "Three arrows lead into G. Count the terms of your sum."),
    ru=("G — это сумма A и B, без C.", "В G ведут три стрелки. Посчитайте слагаемые в вашей сумме."),
)
def sum_without_c(w, x):
    a, b, c = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    return {"A": a, "B": b, "C": c, "G": a + b, "S": 1 / (1 + np.exp(-(a + b)))}


@forward.mistake(
    en=("Python stops with an IndexError, as happens when w[3] is asked for.", "The weights are called w₁, w₂, w₃ on paper. At which number does Python begin to count?"),
    ru=("Python останавливается с IndexError: так бывает, когда запрошено w[3].", "На бумаге веса называются w₁, w₂, w₃. А с какого числа считает Python?"),
)
def counted_from_one(w, x):
    a, b, c = w[1] * x[1], w[2] * x[2], w[3] * x[3]
    return {"A": a, "B": b, "C": c, "G": a + b + c, "S": 1 / (1 + np.exp(-(a + b + c)))}


@forward.alternative
def by_array(w, x):
    products = w * x
    total = products.sum()
    return dict(zip("ABCGS", [*products, total, 0.5 * (1 + np.tanh(total / 2))]))


@forward.alternative
def one_by_one(w, x):
    seen = {}
    for n, letter in enumerate("ABC"):
        seen[letter] = float(w[n] * x[n])
    seen["G"] = sum(seen.values())
    power = math.exp(seen["G"])
    seen["S"] = power / (1 + power)
    return seen


forward.equal(forward, "g = a + b + c", "a sum may be grouped at will")
forward.equal(by_array, "total = products.sum()", "an array of one dimension has one axis")
