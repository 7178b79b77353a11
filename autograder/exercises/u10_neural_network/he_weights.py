"""Random starting weights by He's rule."""

import math

import numpy as np

from autograder.exercise import exercise
from autograder.judging.judge import different_seeds
from autograder.worker.codec import Rng
from course.public.u10_neural_network import spread


@exercise(points=1, seconds=10.0)
def he_weights(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), size=(n_in, n_out))


he_weights.example(50, 400, Rng(7), fulfils="spread")
he_weights.example(8, 3000, Rng(8), fulfils="spread")


def _spread(answer, n_in, n_out, seed):
    return spread(n_in, n_out, None, answer.sample(n_in, n_out, Rng(seed)))


@he_weights.probe("property")
def _(answer, rng):
    sizes = ((int(rng.integers(34, 47)), 400), (150, int(rng.integers(72, 81))), (3, 4000 + int(rng.integers(99))), (7000 + int(rng.integers(99)), 1))
    return [_spread(answer, n_in, n_out, seed) for (n_in, n_out), seed in zip(sizes, different_seeds(rng, 4), strict=True)]


@he_weights.probe("edge", credit=0.5)
def _(answer, rng):
    one, two = different_seeds(rng, 2)
    n_in, n_out = int(rng.integers(45, 60)), int(rng.integers(210, 230))
    first, again, other = (answer.sample(n_in, n_out, Rng(seed)) for seed in (one, one, two))
    seen = spread(n_in, n_out, None, first)
    if not isinstance(seen, list):
        return [seen]
    return [seen, np.array_equal(first, again), np.array_equal(first, other)]


@he_weights.mistake(
    en=("The variance was taken for the standard deviation.", "The width of the bell is its standard deviation, not the square of that. What must be done to a variance first?"),
    ru=("Дисперсия взята вместо стандартного отклонения.", "Ширина колокола — это стандартное отклонение, а не его квадрат. Что сначала надо сделать с дисперсией?"),
)
def variance_as_scale(n_in, n_out, rng):
    return rng.normal(0, 2 / n_in, size=(n_in, n_out))


@he_weights.mistake(
    en=("The variance is half as large as it should be.", "This is the rule of Xavier, for tanh. In He's rule there is one more factor."),
    ru=("Дисперсия вдвое меньше, чем нужно.", "Это правило Ксавье — для tanh. В правиле Хе есть ещё один множитель."),
)
def xavier(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(1 / n_in), size=(n_in, n_out))


@he_weights.mistake(
    en=("The variance depends on inputs and outputs together.", "That is the other form of Xavier's rule. In He's rule only one of the two numbers counts: which?"),
    ru=("Дисперсия зависит и от входов, и от выходов.", "Это другой вид правила Ксавье. В правиле Хе важно только одно из двух чисел: какое?"),
)
def both_sizes(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / (n_in + n_out)), size=(n_in, n_out))


@he_weights.mistake(
    en=("The standard deviation is 2/√n_in, as if the root were taken of the lower number only.", "It should be the root of the whole variance. For 50 inputs that is 0.2."),
    ru=("Стандартное отклонение получилось 2/√n_in, как будто корень извлечён только из знаменателя.", "Нужен корень из всей дисперсии. При 50 входах он равен 0.2."),
)
def root_below_only(n_in, n_out, rng):
    return rng.normal(0, 2 / np.sqrt(n_in), size=(n_in, n_out))


@he_weights.mistake(
    en=("The variance follows the number of outputs.", "A neuron adds up its inputs: their number decides how small a weight must be."),
    ru=("Дисперсия зависит от числа выходов.", "Нейрон складывает свои входы: их количество и решает, насколько мал вес."),
)
def by_outputs(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_out), size=(n_in, n_out))


@he_weights.mistake(
    en=("The spread is the same for every layer.", "Compare a layer with 3 inputs and one with 300: the weights of the second must be ten times smaller."),
    ru=("Разброс не зависит от размеров слоя.", "Сравните слой с 3 входами и слой с 300: у второго веса должны быть в десять раз меньше."),
)
def standard_normal(n_in, n_out, rng):
    return rng.normal(size=(n_in, n_out))


@he_weights.mistake(
    en=("The shape is turned round.", "A row for every input, a column for every neuron of the layer."),
    ru=("Форма перевёрнута.", "Строка на каждый вход, столбец на каждый нейрон слоя."),
)
def shape_turned(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), size=(n_out, n_in))


@he_weights.mistake(
    en=("The distribution is uniform, not normal.", "N stands for the normal distribution: a bell without sharp ends."),
    ru=("Распределение равномерное, а не нормальное.", "N обозначает нормальное распределение: колокол без резких краёв."),
)
def uniform(n_in, n_out, rng):
    edge = np.sqrt(6 / n_in)
    return rng.uniform(-edge, edge, size=(n_in, n_out))


@he_weights.mistake(
    en=("The weights are the same, whichever generator is passed in.", "Two different generators must give different weights. Where do your random numbers come from?"),
    ru=("Веса одни и те же, какой генератор ни передай.", "Два разных генератора должны дать разные веса. Откуда берутся ваши случайные числа?"),
)
def own_generator(n_in, n_out, rng):
    return np.random.default_rng(0).normal(0, np.sqrt(2 / n_in), size=(n_in, n_out))


@he_weights.mistake(
    en=("The random numbers do not come from the rng that was passed in.", "The same generator must give the same weights, and yours change from call to call. Whom do you ask for random numbers?"),
    ru=("Случайные числа взяты не из переданного rng.", "Одинаковые генераторы должны давать одинаковые веса, а у вас они меняются от вызова к вызову. У кого вы просите случайные числа?"),
)
def new_generator_each_time(n_in, n_out, rng):
    return np.random.default_rng().normal(0, np.sqrt(2 / n_in), size=(n_in, n_out))


@he_weights.mistake(
    en=("All the weights are positive.", "The mean must be 0: about half of them are negative."),
    ru=("Все веса положительны.", "Среднее должно быть 0: около половины весов отрицательны."),
)
def only_positive(n_in, n_out, rng):
    return np.abs(rng.normal(0, np.sqrt(2 / n_in), size=(n_in, n_out)))


@he_weights.mistake(
    en=("All the neurons start with the same weights.", "Equal neurons learn the same for ever: every weight has to be drawn by itself. How many numbers do you ask the generator for?"),
    ru=("У всех нейронов одинаковые начальные веса.", "Одинаковые нейроны всегда будут учиться одному и тому же: каждый вес нужно выбрать отдельно. Сколько чисел вы просите у генератора?"),
)
def equal_neurons(n_in, n_out, rng):
    return np.tile(rng.normal(0, np.sqrt(2 / n_in), size=(n_in, 1)), n_out)


@he_weights.mistake(
    en=("The numbers lie between 0 and a border, all equally likely.", "That is what random gives. Which method of the generator draws from the bell of a normal distribution?"),
    ru=("Числа лежат между 0 и некоторой границей, и все равновероятны.", "Такие числа даёт random. Какой метод генератора выбирает их из нормального распределения, из колокола?"),
)
def from_zero_to_one(n_in, n_out, rng):
    return rng.random((n_in, n_out)) * np.sqrt(2 / n_in)


@he_weights.mistake(
    en=("The root was taken of the upper number only.", "The number of inputs belongs under the root too. For 50 inputs the standard deviation is 0.2."),
    ru=("Корень извлечён только из числителя.", "Число входов тоже стоит под корнем. При 50 входах стандартное отклонение равно 0.2."),
)
def root_above_only(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2) / n_in, size=(n_in, n_out))


@he_weights.mistake(
    en=("The distribution is uniform, and its spread is too small: the standard deviation was taken for the border.", "N stands for the normal distribution: a bell without sharp ends. Which method of the generator draws from it?"),
    ru=("Распределение равномерное, и разброс у него мал: стандартное отклонение взято как граница.", "N обозначает нормальное распределение: колокол без резких краёв. Какой метод генератора выбирает из него?"),
)
def uniform_within_the_deviation(n_in, n_out, rng):
    edge = np.sqrt(2 / n_in)
    return rng.uniform(-edge, edge, size=(n_in, n_out))


@he_weights.mistake(
    en=("The mean of the weights is not 0, and their standard deviation is 1: the spread stands where the mean is due.", "Read which arguments normal takes, and in which order. Which of them is the mean?"),
    ru=("Среднее весов не 0, а стандартное отклонение равно 1: разброс стоит на месте среднего.", "Посмотрите, какие аргументы и в каком порядке принимает normal. Какой из них — среднее?"),
)
def spread_as_the_mean(n_in, n_out, rng):
    return rng.normal(np.sqrt(2 / n_in), size=(n_in, n_out))


@he_weights.mistake(
    en=("All the inputs have the same weights: the rows of the table are equal.", "Every weight has to be drawn by itself. How many numbers do you ask the generator for?"),
    ru=("У всех входов одинаковые веса: строки таблицы совпадают.", "Каждый вес нужно выбрать отдельно. Сколько чисел вы просите у генератора?"),
)
def equal_inputs(n_in, n_out, rng):
    return np.tile(rng.normal(0, np.sqrt(2 / n_in), size=n_out), (n_in, 1))


@he_weights.alternative
def scaled(n_in, n_out, rng):
    return rng.standard_normal((n_in, n_out)) * math.sqrt(2.0 / n_in)


@he_weights.alternative
def input_by_input(n_in, n_out, rng):
    return [rng.normal(0, (2 / n_in) ** 0.5, n_out) for _ in range(n_in)]


@he_weights.alternative
def turned(n_in, n_out, rng):
    return rng.normal(scale=np.sqrt(2 / n_in), size=(n_out, n_in)).T


for _answer in (he_weights, scaled, input_by_input, turned):
    he_weights.equal(_answer, "rng", "a bell around 0 is its own mirror image, and a shape may be a list")
