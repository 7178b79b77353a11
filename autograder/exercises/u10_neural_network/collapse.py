"""Two linear layers as one."""

import numpy as np

from autograder.exercise import exercise
from autograder.exercises.u10_neural_network.shared import (
    B1_SHOWN,
    B2_SHOWN,
    B2_WIDE,
    W1_SHOWN,
    W2_SHOWN,
    W2_WIDE,
    random_network,
)
from autograder.parts import part_of


@exercise(points=1)
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2 + b2


collapse.example(W1_SHOWN, B1_SHOWN, W2_SHOWN, B2_SHOWN)
collapse.example(W1_SHOWN, B1_SHOWN, W2_WIDE, B2_WIDE)


for _which in range(2):  # a half of the points for W, a half for b

    @collapse.probe("general")
    def _(answer, rng, which=_which):
        return [part_of(answer(*random_network(rng, *sizes)), which, 2) for sizes in ((3, 4, 1), (4, 2, 3), (2, 5, 3))]

    @collapse.probe("edge")
    def _(answer, rng, which=_which):
        return [part_of(answer(*random_network(rng, *sizes)), which, 2) for sizes in ((3, 3, 3), (1, 4, 1), (5, 1, 2))]


@collapse.mistake(
    en=("The biases of the first layer are lost.", "Put x = 0 in: the first layer gives b1, and the second layer works on it."),
    ru=("Сдвиги первого слоя пропали.", "Подставьте x = 0: первый слой даст b1, и второй слой с ним что-то сделает."),
)
def first_bias_lost(W1, b1, W2, b2):
    return W1 @ W2, b2 + 0.0


@collapse.mistake(
    en=("The biases of the second layer are lost.", "Put x = 0 in and follow the numbers up to the output."),
    ru=("Сдвиги второго слоя пропали.", "Подставьте x = 0 и проследите за числами до самого выхода."),
)
def second_bias_lost(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2


@collapse.mistake(
    en=("The two matrices are multiplied in the wrong order.", "An object meets W1 first. Its row stands on the left, so W1 must stand closest to it."),
    ru=("Матрицы перемножены не в том порядке.", "Объект сначала встречает W1. Его строка стоит слева, значит, W1 должна стоять рядом с ней."),
)
def order_swapped(W1, b1, W2, b2):
    return W2 @ W1, b1 @ W2 + b2


@collapse.mistake(
    en=("The second layer's matrix was not applied to the first bias.", "What the first layer adds goes through the second layer too."),
    ru=("Матрица второго слоя не применена к первому сдвигу.", "То, что прибавил первый слой, тоже проходит через второй."),
)
def biases_added(W1, b1, W2, b2):
    return W1 @ W2, np.sum(b1) + b2


@collapse.mistake(
    en=("W comes out transposed.", "One object is a row here: W has a row for every input and a column for every output."),
    ru=("Матрица W получилась транспонированной.", "Объект здесь — строка: у W строка на каждый вход и столбец на каждый выход."),
)
def transposed(W1, b1, W2, b2):
    return W2.T @ W1.T, b1 @ W2 + b2


@collapse.mistake(
    en=("There is a tanh between the layers.", "Exactly without the bend the two layers become one; here nothing bends."),
    ru=("Между слоями стоит tanh.", "Два слоя становятся одним именно без изгиба; здесь ничего не изгибается."),
)
def bent(W1, b1, W2, b2):
    return np.tanh(W1) @ W2, np.tanh(b1) @ W2 + b2


@collapse.mistake(
    en=("The first layer's biases were multiplied by one matrix too many.", "b1 is added after W1 has done its work: how many matrices does it still meet?"),
    ru=("Сдвиги первого слоя умножены на лишнюю матрицу.", "b1 прибавляют после того, как W1 сделала своё дело: сколько матриц он ещё встретит?"),
)
def one_matrix_too_many(W1, b1, W2, b2):
    return W1 @ W2, (b1 * W1.sum(axis=0)) @ W2 + b2


@collapse.mistake(
    en=("The two results are in the wrong order.", "First the matrix, then the biases."),
    ru=("Два результата стоят не в том порядке.", "Сначала матрица, потом сдвиги."),
)
def results_swapped(W1, b1, W2, b2):
    return b1 @ W2 + b2, W1 @ W2


@collapse.alternative
def by_probing(W1, b1, W2, b2):
    def both(x):
        return (x @ W1 + b1) @ W2 + b2

    b = both(np.zeros(len(W1)))
    return np.array([both(row) - b for row in np.eye(len(W1))]), b


@collapse.alternative
def by_loops(W1, b1, W2, b2):
    n, h, k = len(W1), len(b1), len(b2)
    W = [[sum(W1[i][j] * W2[j][o] for j in range(h)) for o in range(k)] for i in range(n)]
    return [W, [b2[o] + sum(b1[j] * W2[j][o] for j in range(h)) for o in range(k)]]


@collapse.alternative
def with_a_row_of_biases(W1, b1, W2, b2):
    both = np.vstack([W1, b1]) @ W2
    return both[:-1], both[-1] + b2
