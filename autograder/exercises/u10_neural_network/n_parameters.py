"""Number of weights and biases of a fully connected network."""

import numpy as np

from autograder.exercise import exercise


@exercise(points=1)
def n_parameters(sizes):
    return sum([sizes[i - 1] * sizes[i] + sizes[i] for i in range(1, len(sizes))])


n_parameters.example([6, 4, 3, 7, 5])
n_parameters.example([2, 3, 1])
n_parameters.example([784, 30, 10])
n_parameters.example([6, 1])


@n_parameters.probe("general")
def _(answer, rng):
    small = [int(size) for size in rng.choice(np.arange(2, 60), size=8, replace=False)]
    return [answer(small[:3]), answer(small[2:5]), answer(small[3:])]


@n_parameters.probe("edge")
def _(answer, rng):
    a, b, c, d = (int(size) for size in rng.choice(np.arange(5, 400), size=4, replace=False))
    classes, pixels = int(rng.integers(3, 13)), int(rng.integers(500, 900))
    return [answer([a, 1]), answer([1, b, 1]), answer([c, classes]), answer([pixels, a + 20, d, classes])]


@n_parameters.mistake(
    en=("The sizes are multiplied all together, not layer by layer.", "A layer has a weight for each pair of an input and a neuron of its own. Between which two neighbours in the list does the first matrix stand?"),
    ru=("Все размеры перемножены сразу, а не слой за слоем.", "В слое по одному весу на каждую пару из входа и нейрона этого слоя. Между какими двумя соседями в списке стоит первая матрица?"),
)
def all_sizes_multiplied(sizes):
    return int(np.prod(sizes)) + sum(sizes[1:])


@n_parameters.mistake(
    en=("The biases are not counted.", "Every neuron of a later layer has one number more than it has inputs."),
    ru=("Не посчитаны сдвиги.", "У каждого нейрона следующего слоя на одно число больше, чем входов."),
)
def no_biases(sizes):
    return sum(a * b for a, b in zip(sizes[:-1], sizes[1:], strict=True))


@n_parameters.mistake(
    en=("There is one bias for a whole layer.", "Each neuron shifts its own sum. How many neurons does the layer have?"),
    ru=("На целый слой приходится один сдвиг.", "Каждый нейрон сдвигает свою сумму. Сколько нейронов в слое?"),
)
def one_bias_a_layer(sizes):
    return sum(a * b + 1 for a, b in zip(sizes[:-1], sizes[1:], strict=True))


@n_parameters.mistake(
    en=("The inputs were given biases too.", "The first number counts inputs. They are data, nothing is learnt there."),
    ru=("Сдвиги есть и у входов.", "Первое число — это количество входов. Это данные, там учить нечего."),
)
def biases_for_inputs(sizes):
    return sum(a * b for a, b in zip(sizes[:-1], sizes[1:], strict=True)) + sum(sizes)


@n_parameters.mistake(
    en=("The biases belong to the wrong side.", "A bias belongs to the neuron that adds up, at the end of the arrows, not at their beginning."),
    ru=("Сдвиги достались не тем нейронам.", "Сдвиг есть у того нейрона, который складывает: он в конце стрелок, а не в начале."),
)
def biases_of_the_layer_before(sizes):
    return sum(a * b + a for a, b in zip(sizes[:-1], sizes[1:], strict=True))


@n_parameters.mistake(
    en=("All the sizes are multiplied together.", "Only neighbouring layers are joined by arrows; count each pair by itself."),
    ru=("Перемножены все размеры сразу.", "Стрелками соединены только соседние слои; считайте каждую пару отдельно."),
)
def all_multiplied(sizes):
    product = 1
    for size in sizes:
        product *= size
    return product


@n_parameters.mistake(
    en=("Neurons are counted, not parameters.", "A neuron has a weight for every input and one bias."),
    ru=("Посчитаны нейроны, а не параметры.", "У нейрона по весу на каждый вход и ещё сдвиг."),
)
def neurons(sizes):
    return sum(sizes)


@n_parameters.mistake(
    en=("The result counts the first layer only.", "The list may be of any length, with a matrix between each two neighbours. Does your loop go on after the first of them?"),
    ru=("В результате учтён только первый слой.", "Список может быть любой длины, между каждыми двумя соседями стоит матрица. Идёт ли ваш цикл дальше первой из них?"),
)
def first_layer_only(sizes):
    return (sizes[0] + 1) * sizes[1]


@n_parameters.mistake(
    en=("The result is that of the first and the last layer; what lies between is not counted, and a single layer is counted twice.", "The list may be of any length: how does your code come to each pair of neighbours just once?"),
    ru=("Результат такой, будто есть только первый и последний слой: то, что между ними, не посчитано, а единственный слой посчитан дважды.", "Список может быть любой длины: как ваш код доходит до каждой пары соседей ровно один раз?"),
)
def first_and_last_layer(sizes):
    return (sizes[0] + 1) * sizes[1] + (sizes[-2] + 1) * sizes[-1]


@n_parameters.mistake(
    en=("The output layer has no biases in your count.", "The last layer shifts its sums like every other one."),
    ru=("В вашем подсчёте у выходного слоя нет сдвигов.", "Последний слой сдвигает свои суммы так же, как все остальные."),
)
def no_output_bias(sizes):
    return sum(a * b for a, b in zip(sizes[:-1], sizes[1:], strict=True)) + sum(sizes[1:-1])


@n_parameters.mistake(
    en=("Only the last layer has biases in your count.", "The hidden layers shift their sums too."),
    ru=("В вашем подсчёте сдвиги есть только у последнего слоя.", "Скрытые слои тоже сдвигают свои суммы."),
)
def no_hidden_bias(sizes):
    return sum(a * b for a, b in zip(sizes, sizes[1:])) + sizes[-1]


@n_parameters.mistake(
    en=("The last layer is not counted.", "A list of four numbers has three pairs of neighbours. With which pair does your loop end?"),
    ru=("Не посчитан последний слой.", "В списке из четырёх чисел три пары соседей. На какой паре заканчивается ваш цикл?"),
)
def last_layer_left_out(sizes):
    return sum((sizes[i] + 1) * sizes[i + 1] for i in range(len(sizes) - 2))


@n_parameters.mistake(
    en=("The last layer is joined to the inputs as well.", "In Python the index −1 is the end of the list: with which place does your loop begin?"),
    ru=("Последний слой соединён ещё и со входами.", "Индекс −1 в Python — это конец списка: с какого места начинается ваш цикл?"),
)
def round_the_corner(sizes):
    return sum((sizes[i - 1] + 1) * sizes[i] for i in range(len(sizes)))


@n_parameters.mistake(
    en=("One was added to both numbers of a pair.", "A neuron has one bias. Which of the two numbers counts the neurons, and which what each of them receives?"),
    ru=("Единица прибавлена к обоим числам пары.", "У нейрона один сдвиг. Какое из двух чисел считает нейроны, а какое — то, что получает каждый из них?"),
)
def one_more_on_both_sides(sizes):
    return sum((a + 1) * (b + 1) for a, b in zip(sizes, sizes[1:]))


@n_parameters.mistake(
    en=("The result is right for three sizes only: of a longer list the first two and the last one count.", "A network may have any number of layers. How many pairs of neighbours has a list of five sizes?"),
    ru=("Результат верен только для трёх размеров: из более длинного списка учтены первые два и последний.", "Слоёв может быть сколько угодно. Сколько пар соседей в списке из пяти размеров?"),
)
def first_two_and_last(sizes):
    return sizes[0] * sizes[1] + sizes[1] + sizes[1] * sizes[-1] + sizes[-1]


@n_parameters.mistake(
    en=("Two sizes stop your code with an IndexError, and of more than three only the first three count.", "A network may have any number of layers, one or five. How many pairs of neighbours has the list?"),
    ru=("На двух размерах ваш код останавливается с IndexError, а если их больше трёх, учтены только первые три.", "Слоёв может быть сколько угодно, один или пять. Сколько пар соседей в списке?"),
)
def first_three(sizes):
    return sizes[0] * sizes[1] + sizes[1] + sizes[1] * sizes[2] + sizes[2]


@n_parameters.mistake(
    en=("Your code takes three sizes and stops with a ValueError at any other number of them.", "A network may have any number of layers. Do you unpack the list into a fixed number of names?"),
    ru=("Ваш код принимает три размера, а при любом другом их числе останавливается с ValueError.", "Слоёв может быть сколько угодно. Не раскладываете ли вы список на фиксированное число имён?"),
)
def exactly_three(sizes):
    inputs, hidden, outputs = sizes
    return inputs * hidden + hidden + hidden * outputs + outputs


@n_parameters.mistake(
    en=("Every layer is joined to all later ones.", "The arrows go from each layer to the next one only. How many pairs of neighbours has your list?"),
    ru=("Каждый слой соединён со всеми следующими.", "Стрелки ведут из слоя только в соседний. Сколько пар соседей в вашем списке?"),
)
def joined_to_all_later_ones(sizes):
    pairs = [(i, j) for j in range(len(sizes)) for i in range(j)]
    return sum(sizes[i] * sizes[j] for i, j in pairs) + sum(sizes[1:])


@n_parameters.alternative
def by_recursion(sizes):
    if len(sizes) < 2:
        return 0
    return (sizes[0] + 1) * sizes[1] + by_recursion(sizes[1:])


@n_parameters.alternative
def by_arrays(sizes):
    sizes = np.array(sizes)
    return (sizes[:-1] + 1) @ sizes[1:]


n_parameters.equal(by_arrays, "@", "a product of two vectors is the same both ways round")
