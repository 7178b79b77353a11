# %% right: bisect over the three borders
from bisect import bisect_left, bisect_right

BORDERS = [0, 0.5, 1]
BETWEEN = ["", "monotone", "oscillates", "diverges"]
ON = ["stays", "one_step", "cycles"]


def regime(learning_rate):
    i, j = bisect_left(BORDERS, learning_rate), bisect_right(BORDERS, learning_rate)
    return BETWEEN[i] if i == j else ON[i]


# %% right: a match statement with guards, from large to small
def regime(learning_rate):
    match learning_rate:
        case rate if rate > 1:
            return "diverges"
        case 1:
            return "cycles"
        case rate if 0.5 < rate:
            return "oscillates"
        case 0.5:
            return "one_step"
        case 0:
            return "stays"
        case _:
            return "monotone"


# %% wrong: borders 1 and 2, as if the factor were 1 - eta
def regime(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 1:
        return "monotone"
    if learning_rate == 1:
        return "one_step"
    if learning_rate < 2:
        return "oscillates"
    if learning_rate == 2:
        return "cycles"
    return "diverges"


# %% wrong: eta = 1 falls to 'diverges', there is no branch for 'cycles'
def regime(learning_rate):
    if learning_rate <= 0:
        return "stays"
    elif learning_rate < 0.5:
        return "monotone"
    elif learning_rate == 0.5:
        return "one_step"
    elif learning_rate < 1:
        return "oscillates"
    else:
        return "diverges"


# %% wrong: compares with isclose, so rates a little beside a border get the border's word
def regime(learning_rate):
    q = 1 - 2 * learning_rate
    if math.isclose(q, 1, abs_tol=1e-6):
        return "stays"
    if math.isclose(q, 0, abs_tol=1e-6):
        return "one_step"
    if math.isclose(q, -1, abs_tol=1e-6):
        return "cycles"
    if q > 0:
        return "monotone"
    return "oscillates" if q > -1 else "diverges"


# %% wrong: simulates a path of fifty steps and judges the end, slow or fast rates are misjudged
def regime(learning_rate):
    path = [5.0]
    for _ in range(50):
        path.append(path[-1] - learning_rate * 2 * path[-1])
    if path[-1] == path[0] and path[1] == path[0]:
        return "stays"
    if path[1] == 0:
        return "one_step"
    if abs(path[-1]) < 0.001:
        return "monotone" if path[1] > 0 else "oscillates"
    if abs(path[-1]) == 5.0:
        return "cycles"
    return "diverges"


# %% wrong: two mistakes: monotone and oscillates are exchanged, and 0 is not 'stays'
def regime(learning_rate):
    special = {0.5: "one_step", 1.0: "cycles"}
    if learning_rate in special:
        return special[learning_rate]
    if learning_rate > 1:
        return "diverges"
    return "monotone" if learning_rate > 0.5 else "oscillates"


# %% wrong: oscillates and cycles are exchanged
def regime(learning_rate):
    if learning_rate == 0:
        return "stays"
    elif learning_rate < 0.5:
        return "monotone"
    elif learning_rate == 0.5:
        return "one_step"
    elif learning_rate < 1:
        return "cycles"
    elif learning_rate == 1:
        return "oscillates"
    else:
        return "diverges"


# %% wrong: the zero is not asked for, 0 is monotone
def regime(learning_rate):
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate == 0.5:
        return "one_step"
    if learning_rate < 1:
        return "oscillates"
    if learning_rate == 1:
        return "cycles"
    return "diverges"


# %% wrong: rounds the learning rate to one place first
def regime(learning_rate):
    r = round(learning_rate, 1)
    if r == 0:
        return "stays"
    if r < 0.5:
        return "monotone"
    if r == 0.5:
        return "one_step"
    if r < 1:
        return "oscillates"
    if r == 1:
        return "cycles"
    return "diverges"


# %% wrong: makes a few steps from 5 and looks at the last two
def regime(learning_rate):
    w = 5.0
    path = [w]
    for i in range(20):
        w = w - learning_rate * 2 * w
        path.append(w)
    a, b = path[-2], path[-1]
    if a == b == 5.0:
        return "stays"
    if abs(b) < 1e-6:
        return "one_step"
    if abs(b) > abs(a):
        return "diverges"
    if a == -b:
        return "cycles"
    if a * b < 0:
        return "oscillates"
    return "monotone"
# %% wrong: zero is called monotone
def regime(learning_rate):
    q = 1 - 2 * learning_rate
    if 0 < q <= 1:
        return 'monotone'
    elif q == 0:
        return 'one_step'
    elif -1 < q < 0:
        return 'oscillates'
    elif q == -1:
        return 'cycles'
    else:
        return 'diverges'
# %% wrong: prints the word
def regime(learning_rate):
    if learning_rate == 0:
        print('stays')
    elif learning_rate < 0.5:
        print('monotone')
    elif learning_rate == 0.5:
        print('one_step')
    elif learning_rate < 1:
        print('oscillates')
    elif learning_rate == 1:
        print('cycles')
    else:
        print('diverges')
# %% wrong: rounds the learning rate to two digits
def regime(learning_rate):
    lr = round(learning_rate, 2)
    names = [(0, 'stays'), (0.5, 'one_step'), (1, 'cycles')]
    for border, name in names:
        if lr == border:
            return name
    return 'monotone' if lr < 0.5 else 'oscillates' if lr < 1 else 'diverges'
# %% wrong: cycles missing and monotone up to one half inclusive (two mistakes)
def regime(learning_rate):
    if learning_rate == 0:
        return 'stays'
    if learning_rate <= 0.5:
        return 'monotone'
    if learning_rate <= 1:
        return 'oscillates'
    return 'diverges'


# %% wrong: boundary <= at 0.5 and a typo in a word
def regime(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate <= 0.5:
        return "monotone"
    if learning_rate < 1:
        return "oscilates"
    if learning_rate == 1:
        return "cycles"
    return "diverges"


# %% wrong: cycles at eta one half
def regime(learning_rate):
    q = 1 - learning_rate
    if q == 1:
        return "stays"
    if 0 < q < 1:
        return "monotone"
    if q == 0:
        return "one_step"
    if -1 < q < 0:
        return "oscillates"
    if q == -1:
        return "cycles"
    return "diverges"


# %% wrong: words exchanged
def regime(learning_rate):
    if learning_rate == 0:
        return "stays"
    elif learning_rate < 0.5:
        return "monotone"
    elif learning_rate == 0.5:
        return "cycles"
    elif learning_rate < 1:
        return "oscillates"
    elif learning_rate == 1:
        return "one_step"
    else:
        return "diverges"


# %% wrong: zero forgotten and the border at one missed (two)
def regime(learning_rate):
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate == 0.5:
        return "one_step"
    if learning_rate <= 1:
        return "oscillates"
    return "diverges"


# %% wrong: spelling of a word: 'one step' with a blank
def regime(learning_rate):
    if learning_rate == 0: return "stays"
    if learning_rate < 0.5: return "monotone"
    if learning_rate == 0.5: return "one step"
    if learning_rate < 1: return "oscillates"
    if learning_rate == 1: return "cycles"
    return "diverges"


# %% wrong: cycles swallowed by oscillates, stays swallowed (two)
def regime(learning_rate):
    q = 1 - 2 * learning_rate
    if q > 0: return "monotone"
    if q == 0: return "one_step"
    if q >= -1: return "oscillates"
    return "diverges"


# %% right: sorted borders with bisect
import bisect

def regime(learning_rate):
    borders = [0, 0.5, 1]
    if learning_rate in borders:
        return ["stays", "one_step", "cycles"][borders.index(learning_rate)]
    return ["?", "monotone", "oscillates", "diverges"][bisect.bisect(borders, learning_rate)]


# %% right: table of borders
def regime(learning_rate):
    exact = {0: "stays", 0.5: "one_step", 1: "cycles"}
    if learning_rate in exact:
        return exact[learning_rate]
    for border, word in ((0.5, "monotone"), (1, "oscillates")):
        if learning_rate < border:
            return word
    return "diverges"


# %% wrong: factor 1 - eta instead of 1 - 2 eta, and a capital letter
def regime(learning_rate):
    q = 1 - learning_rate
    if q == 1:
        return 'Stays'
    if q > 0:
        return 'monotone'
    if q == 0:
        return 'one_step'
    if q > -1:
        return 'oscillates'
    if q == -1:
        return 'cycles'
    return 'diverges'


# %% wrong: borders of the factor, computed with rounding
def regime(learning_rate):
    q = round(1 - 2 * learning_rate, 6)
    if q == 1:
        return "stays"
    if q == 0:
        return "one_step"
    if q == -1:
        return "cycles"
    if 0 < q < 1:
        return "monotone"
    if -1 < q < 0:
        return "oscillates"
    return "diverges"


# %% wrong: borders with a tolerance, np.isclose
def regime(learning_rate):
    if np.isclose(learning_rate, 0):
        return 'stays'
    if np.isclose(learning_rate, 0.5):
        return 'one_step'
    if np.isclose(learning_rate, 1):
        return 'cycles'
    if learning_rate < 0.5:
        return 'monotone'
    if learning_rate < 1:
        return 'oscillates'
    return 'diverges'


# %% wrong: walks 100 steps and looks at the end
def regime(learning_rate):
    w = 1.0
    path = [w]
    for _ in range(100):
        w = w - learning_rate * 2 * w
        path.append(w)
    if path[1] == path[0]:
        return 'stays'
    if abs(path[-1]) < 1e-6:
        return 'one_step' if path[1] == 0 else ('oscillates' if path[1] < 0 else 'monotone')
    if abs(path[-1]) > 1e6:
        return 'diverges'
    return 'cycles'


# %% wrong: the rates are compared up to 0.01 (isclose)
def regime(learning_rate):
    if learning_rate == 0:
        return "stays"
    if math.isclose(learning_rate, 0.5, abs_tol=0.01):
        return "one_step"
    if math.isclose(learning_rate, 1, abs_tol=0.01):
        return "cycles"
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate < 1:
        return "oscillates"
    return "diverges"


# %% wrong: 0.5 falls into monotone, and the border of the cycle is at 2 (two)
def regime(learning_rate):
    if learning_rate == 0:
        return "stays"
    elif learning_rate <= 0.5:
        return "monotone"
    elif learning_rate < 2:
        return "oscillates"
    elif learning_rate == 2:
        return "cycles"
    else:
        return "diverges"


# %% wrong: np.isclose with a wide tolerance: rates near 0.5 and 1 are rounded onto the borders
def regime(learning_rate):
    if learning_rate == 0:
        return "stays"
    if np.isclose(learning_rate, 0.5, atol=1e-3):
        return "one_step"
    if np.isclose(learning_rate, 1.0, atol=1e-3):
        return "cycles"
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate < 1:
        return "oscillates"
    return "diverges"


# %% wrong: the words cycles and diverges are exchanged, and the rate 0 is called monotone (two)
def regime(learning_rate):
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate == 0.5:
        return "one_step"
    if learning_rate < 1:
        return "oscillates"
    if learning_rate == 1:
        return "diverges"
    return "cycles"


# %% wrong: 'oscillates' and 'cycles' are exchanged, so both words stand in the wrong place, and 1/2 counts as 'monotone'
def regime(learning_rate):
    if learning_rate == 0:
        return "stays"
    elif learning_rate <= 0.5:
        return "monotone"
    elif learning_rate < 1:
        return "cycles"
    elif learning_rate == 1:
        return "oscillates"
    else:
        return "diverges"


# %% wrong: compares with math.isclose, so rates very near 0.5 or 1 are called 'one_step' or 'cycles' although the text
def regime(learning_rate):
    a = learning_rate
    if a == 0:
        return "stays"
    for border, word in ((0.5, "one_step"), (1.0, "cycles")):
        if math.isclose(a, border):
            return word
    if a < 0.5:
        return "monotone"
    return "oscillates" if a < 1 else "diverges"


# %% wrong: the borders are compared with np.isclose, so learning rates a tiny bit beside 0.5, 1 or 0 get the word of the
def regime(learning_rate):
    q = 1 - 2 * learning_rate
    if np.isclose(q, 1): return 'stays'
    if np.isclose(q, 0): return 'one_step'
    if np.isclose(q, -1): return 'cycles'
    return 'monotone' if 0 < q < 1 else 'oscillates' if -1 < q < 0 else 'diverges'
