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
from autograder.judging.parts import part_of


@exercise(points=1)
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2 + b2


collapse.example(W1_SHOWN, B1_SHOWN, W2_WIDE, B2_WIDE)
collapse.example(W1_SHOWN, B1_SHOWN, W2_SHOWN, B2_SHOWN)
collapse.example(W1_SHOWN, B1_SHOWN, W2_WIDE, np.array([3, -1]))
collapse.example(np.array([[1, 2], [0, -1]]), np.array([1, 1]), np.array([[1], [3]]), np.array([2]))  # those of the reading


for _which, _part in ((0, "W"), (1, "b")):  # a half of the points for each

    @collapse.probe("simple", part=_part)
    def _(answer, rng, which=_which):
        return [part_of(answer(*random_network(rng, size, size, size)), which, 2) for size in (2, 3)]

    @collapse.probe("general", credit=1.5, part=_part)
    def _(answer, rng, which=_which):
        return [part_of(answer(*random_network(rng, *sizes)), which, 2) for sizes in ((3, 4, 1), (2, 5, 1))]

    @collapse.probe("general", credit=1.5, part=_part)
    def _(answer, rng, which=_which):
        return [part_of(answer(*random_network(rng, *sizes)), which, 2) for sizes in ((4, 2, 3), (2, 5, 3))]

    @collapse.probe("edge", part=_part)
    def _(answer, rng, which=_which):
        cases = [random_network(rng, *sizes) for sizes in ((1, 4, 1), (5, 1, 2))]
        cases.append((rng.integers(-5, 6, size=(3, 2)), rng.integers(1, 6, size=2), *random_network(rng, 3, 2, 2)[2:]))
        cases.append((*random_network(rng, 3, 2, 2)[:3], rng.integers(1, 6, size=2)))
        return [part_of(answer(*case), which, 2) for case in cases]


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
    en=("The biases of the first layer were added up as they are.", "What the first layer adds goes through the second layer too: by what is it multiplied there?"),
    ru=("Сдвиги первого слоя просто сложены.", "То, что прибавил первый слой, тоже проходит через второй: на что оно там умножается?"),
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
    ru=("Между слоями стоит tanh.", "Два слоя становятся одним именно без нелинейности; здесь ничего не изгибается."),
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


@collapse.mistake(
    en=("b is the sum of the two biases.", "Their shapes are (h,) and (k,): what has to happen to the first one before the second can be added?"),
    ru=("b — это сумма двух сдвигов.", "Их формы — (h,) и (k,): что должно произойти с первым, прежде чем прибавить второй?"),
)
def biases_just_added(W1, b1, W2, b2):
    return W1 @ W2, b1 + b2


@collapse.mistake(
    en=("The matrices are multiplied entry by entry.", "Rows have to meet columns here: which sign of Python is for that?"),
    ru=("Матрицы перемножены поэлементно.", "Здесь строки должны встретиться со столбцами: какой знак в Python для этого служит?"),
)
def entry_by_entry(W1, b1, W2, b2):
    return W1 * W2, b1 @ W2 + b2


@collapse.mistake(
    en=("Where b2 holds whole numbers, b has lost its fractions.", "Which type of numbers does the array take over in which you collect b?"),
    ru=("Если в b2 целые числа, у b пропадают дробные части.", "Какой тип чисел достался массиву, в котором вы собираете b?"),
)
def cut_to_whole_numbers(W1, b1, W2, b2):
    b = b2.copy()
    b[:] = b1 @ W2 + b2
    return W1 @ W2, b


@collapse.mistake(
    en=("Both products are taken entry by entry, and where the shapes do not fit, NumPy stops with a ValueError.", "Rows have to meet columns here, for W and for b: which sign of Python is for that?"),
    ru=("Оба произведения взяты поэлементно, а где размеры не подходят, NumPy останавливается с ValueError.", "Здесь строки должны встретиться со столбцами — и для W, и для b: какой знак в Python для этого служит?"),
)
def both_entry_by_entry(W1, b1, W2, b2):
    return W1 * W2, b1 * W2 + b2


@collapse.mistake(
    en=("The second layer stands on the left in both products.", "An object is a row on the left and meets W1 first. What does b1 stand to the left of?"),
    ru=("В обоих произведениях второй слой стоит слева.", "Объект — строка слева, и сначала он встречает W1. Слева от чего стоит b1?"),
)
def second_layer_on_the_left(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1 + b2


@collapse.mistake(
    en=("The two layers are added up.", "The second layer works on what the first one gives, so they follow one another. Multiply (XW1 + b1)W2 + b2 out."),
    ru=("Два слоя просто сложены.", "Второй слой работает с тем, что дал первый: они идут друг за другом. Раскройте скобки в (XW1 + b1)W2 + b2."),
)
def layers_added(W1, b1, W2, b2):
    return W1 + W2, b1 + b2


@collapse.alternative
def by_probing(W1, b1, W2, b2):
    def both(X):
        return (X @ W1 + b1) @ W2 + b2

    b = both(np.zeros((1, len(W1))))[0]
    W = both(np.eye(len(W1))) - b
    return W, b


@collapse.alternative
def by_loops(W1, b1, W2, b2):
    W = [[sum([row[j] * W2[j][o] for j in range(len(W2))]) for o in range(len(b2))] for row in W1]
    b = [sum([b1[j] * W2[j][o] for j in range(len(W2))]) + b2[o] for o in range(len(b2))]
    return [W, b]


@collapse.alternative
def with_a_row_of_biases(W1, b1, W2, b2):
    both = np.vstack([W1, b1]) @ W2
    both[-1] += b2
    return both[:-1], both[-1]


collapse.equal(collapse, "b1 @ W2", "a vector may be turned, and stand behind the turned matrix")
collapse.equal(by_probing, "np.zeros", "of one row the first is the last, and a shape may be a list")
collapse.equal(by_probing, "return W, b", "two results in a list are as good as in a tuple")
collapse.equal(by_loops, "range(len(W2))", "the sum takes the same products in another order, and W2 has a row for each number of b1")
collapse.equal(with_a_row_of_biases, "return both", "two results in a list are as good as in a tuple")
