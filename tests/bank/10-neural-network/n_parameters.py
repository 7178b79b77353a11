# %% right: recursion over the first two sizes
def n_parameters(sizes):
    if len(sizes) < 2:
        return 0
    return (sizes[0] + 1) * sizes[1] + n_parameters(sizes[1:])


# %% right: builds the arrays' shapes and counts their entries
def n_parameters(sizes):
    count = 0
    for i in range(1, len(sizes)):
        shapes = [(sizes[i - 1], sizes[i]), (sizes[i],)]
        count += sum(math.prod(shape) for shape in shapes)
    return count


# %% wrong: counts the weights only, forgets the biases
def n_parameters(sizes):
    return sum(a * b for a, b in zip(sizes, sizes[1:]))


# %% wrong: gives the inputs biases too, sums all sizes
def n_parameters(sizes):
    weights = 0
    for i in range(len(sizes) - 1):
        weights += sizes[i] * sizes[i + 1]
    biases = sum(sizes)
    return weights + biases


# %% wrong: written for exactly three sizes, as in both examples; deeper layers are not counted
def n_parameters(sizes):
    n_inputs, n_hidden, n_outputs = sizes[0], sizes[1], sizes[-1]
    hidden_layer = n_inputs * n_hidden + n_hidden
    output_layer = n_hidden * n_outputs + n_outputs
    return hidden_layer + output_layer


# %% wrong: stops one layer too early, and has one bias for a layer instead of one for a neuron
def n_parameters(sizes):
    total = 0
    for k in range(len(sizes) - 2):
        total = total + sizes[k] * sizes[k + 1] + 1
    return total


# %% wrong: a bias for each input of a layer, not for each neuron
def n_parameters(sizes):
    total = 0
    for i in range(len(sizes) - 1):
        total += sizes[i] * sizes[i + 1] + sizes[i]
    return total


# %% wrong: product of all sizes
def n_parameters(sizes):
    total = 1
    for s in sizes:
        total *= s
    return total


# %% wrong: only the first layer is counted
def n_parameters(sizes):
    return sizes[0] * sizes[1] + sizes[1]
# %% wrong: inputs get biases too
def n_parameters(sizes):
    total = 0
    for i in range(len(sizes) - 1):
        total += sizes[i] * sizes[i + 1]
    return total + sum(sizes)
# %% wrong: one bias for each layer
def n_parameters(sizes):
    n = 0
    for i in range(1, len(sizes)):
        n += sizes[i - 1] * sizes[i] + 1
    return n
# %% wrong: counts only first and last layer
def n_parameters(sizes):
    return sizes[0] * sizes[1] + sizes[1] + sizes[-2] * sizes[-1] + sizes[-1]
# %% wrong: biases for the inputs and off by one at the end (two mistakes)
def n_parameters(sizes):
    s = 0
    for i in range(len(sizes) - 2):
        s += sizes[i] * sizes[i + 1] + sizes[i]
    return s


# %% right: pairwise by slices
def n_parameters(sizes):
    s = np.array(sizes, dtype=object)
    return int(np.sum((s[:-1] + 1) * s[1:]))


# %% wrong: only the last layer, overwritten
def n_parameters(sizes):
    total = 0
    for i in range(1, len(sizes)):
        total = sizes[i - 1] * sizes[i] + sizes[i]
    return total


# %% wrong: one bias a layer, last layer missing (two)
def n_parameters(sizes):
    total = 0
    for i in range(len(sizes) - 2):
        total += sizes[i] * sizes[i + 1] + 1
    return total


# %% wrong: pairs every other: range(0, len-1, 2)
def n_parameters(sizes):
    total = 0
    for i in range(0, len(sizes) - 1, 2):
        total += (sizes[i] + 1) * sizes[i + 1]
    return total


# %% right: recursion with slices
def n_parameters(sizes):
    first, second, *rest = sizes
    here = (first + 1) * second
    return here + n_parameters([second, *rest]) if rest else here


# %% wrong: every layer is joined with every later one
def n_parameters(sizes):
    total = sum(sizes[1:])
    for i in range(len(sizes)):
        for j in range(i + 1, len(sizes)):
            total += sizes[i] * sizes[j]
    return total


# %% right: recursion over the layers
def n_parameters(sizes):
    if len(sizes) < 2:
        return 0
    first, second, *_ = sizes
    return (first + 1) * second + n_parameters(sizes[1:])


# %% wrong: one bias for a layer, biases of the output forgotten (two mistakes)
def n_parameters(sizes):
    count = 0
    for a, b in zip(sizes[:-1], sizes[1:]):
        count += a * b
    return count + len(sizes) - 2


# %% wrong: only first and last layers: skips the middle
def n_parameters(sizes):
    n, h, k = sizes[0], sizes[1], sizes[-1]
    return n * h + h + h * k + k


# %% right: reduce with numpy
def n_parameters(sizes):
    s = np.array(sizes)
    return int(np.sum((s[:-1] + 1) * s[1:]))


# %% wrong: weights counted twice for the hidden layer and the output has no bias
def n_parameters(sizes):
    n = 0
    for i in range(len(sizes) - 1):
        n += sizes[i] * sizes[i + 1]
    n += sum(sizes[1:-1]) * 2
    return n


# %% wrong: two mistakes: no biases, and the last layer is left out
def n_parameters(sizes):
    weights = [sizes[i] * sizes[i + 1] for i in range(len(sizes) - 2)]
    return sum(weights)


# %% wrong: no biases of the output layer, and all sizes multiplied together
import math


def n_parameters(sizes):
    weights = math.prod(sizes)
    biases = sum(sizes[1:-1])
    return weights + biases


# %% wrong: biases also for the input layer, and the loop leaves out the connection to the output layer
def n_parameters(sizes):
    weights = 0
    for k in range(len(sizes) - 2):
        weights += sizes[k] * sizes[k + 1]
    return weights + sum(sizes)
