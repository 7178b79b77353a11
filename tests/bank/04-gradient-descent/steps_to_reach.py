# %% right: by the logarithm, then the neighbours are tried
def steps_to_reach(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    if learning_rate == 0.5:
        return 1
    if tol == 0 or not 0 < learning_rate < 1:
        return math.inf
    q = abs(1 - 2 * learning_rate)
    guess = round((math.log(tol) - math.log(abs(w0))) / math.log(q))
    for k in (guess - 1, guess, guess + 1):
        if k >= 0 and abs(w0) * q**k <= tol:
            return k
    return guess + 1


# %% right: a loop on the size of the weight, with all endless cases sorted out before it
def steps_to_reach(w0, learning_rate, tol):
    size, k = abs(w0), 0
    arrives_exactly = learning_rate == 0.5
    shrinks = 0 < learning_rate < 1 and (tol > 0 or arrives_exactly)
    if size > tol and not shrinks:
        return math.inf
    while size > tol:
        size *= abs(1 - 2 * learning_rate)
        k += 1
    return k


# %% wrong: no thought of rates that never arrive, the loop is endless at eta = 1 or 0
def steps_to_reach(w0, learning_rate, tol):
    w = w0
    k = 0
    while abs(w) > tol:
        w = w - learning_rate * 2 * w
        k = k + 1
    return k


# %% wrong: strictly less than tol is asked for, a weight of exactly tol goes on
def steps_to_reach(w0, learning_rate, tol):
    q = abs(1 - 2 * learning_rate)
    size = abs(w0)
    if size >= tol and q >= 1:
        return math.inf
    steps = 0
    while not size < tol:
        size *= q
        steps += 1
        if size == 0:
            break
    return steps


# %% wrong: abs is missing, a negative weight counts as already there
def steps_to_reach(w0, learning_rate, tol):
    w = w0
    for k in range(100_000):
        if w <= tol:
            return k
        w *= 1 - 2 * learning_rate
    return math.inf


# %% wrong: the logarithm rounded up without a look at the neighbours; log(0) at eta = 0.5
def steps_to_reach(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    factor = abs(1 - 2 * learning_rate)
    if factor >= 1:
        return math.inf
    return math.ceil(math.log(tol / abs(w0)) / math.log(factor))


# %% wrong: two mistakes: eta >= 1 gives inf even if the start is there, counting begins at one
def steps_to_reach(w0, learning_rate, tol):
    if learning_rate <= 0 or learning_rate >= 1:
        return math.inf
    k = 1
    w = w0
    while abs(w) > tol and k < 10**6:
        w = (1 - 2 * learning_rate) * w
        k += 1
    return k


# %% wrong: the factor is 1 - eta, the 2 is forgotten
def steps_to_reach(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    if learning_rate <= 0 or learning_rate >= 2:
        return math.inf
    k = 0
    w = w0
    while abs(w) > tol:
        w = w * (1 - learning_rate)
        k += 1
    return k


# %% wrong: the number of points is given, not the number of steps
def steps_to_reach(w0, learning_rate, tol):
    path = [w0]
    if abs(w0) <= tol:
        return 0
    if learning_rate == 0 or learning_rate >= 1:
        return math.inf
    while abs(path[-1]) > tol:
        path.append(path[-1] * (1 - 2 * learning_rate))
    return len(path)


# %% wrong: rates above one half count as never, though they oscillate inwards
def steps_to_reach(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    if learning_rate <= 0 or learning_rate > 0.5:
        return math.inf
    k = 0
    while abs(w0) > tol:
        w0 = w0 * (1 - 2 * learning_rate)
        k += 1
    return k


# %% wrong: gives up after 1000 steps
def steps_to_reach(w0, learning_rate, tol):
    w = w0
    for k in range(1000):
        if abs(w) <= tol:
            return k
        w = w - learning_rate * 2 * w
    return math.inf


# %% wrong: rounds down
def steps_to_reach(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    q = abs(1 - 2 * learning_rate)
    if q >= 1:
        return math.inf
    if q == 0:
        return 1
    return int(math.log(tol / abs(w0)) / math.log(q))
# %% wrong: strict comparison
def steps_to_reach(w0, learning_rate, tol):
    q = 1 - 2 * learning_rate
    if abs(w0) < tol:
        return 0
    if abs(q) >= 1:
        return math.inf
    k = 0
    w = w0
    while abs(w) >= tol:
        w = w * q
        k += 1
    return k
# %% wrong: floor of the logarithm
def steps_to_reach(w0, learning_rate, tol):
    q = abs(1 - 2 * learning_rate)
    if abs(w0) <= tol:
        return 0
    if q >= 1:
        return math.inf
    if q == 0:
        return 1
    return math.floor(math.log(tol / abs(w0)) / math.log(q))
# %% wrong: forgets abs of a negative start
def steps_to_reach(w0, learning_rate, tol):
    q = 1 - 2 * learning_rate
    if w0 <= tol:
        return 0
    if abs(q) >= 1:
        return math.inf
    k = 0
    while w0 > tol:
        w0 *= q
        k += 1
    return k
# %% wrong: infinite when it overshoots
def steps_to_reach(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    if learning_rate <= 0 or learning_rate > 0.5:
        return math.inf
    k = 0
    while abs(w0) > tol:
        w0 = w0 - learning_rate * 2 * w0
        k += 1
    return k
# %% wrong: counts the start and never looks for an endless path with eta 1 (two mistakes)
def steps_to_reach(w0, learning_rate, tol):
    k = 1
    w = w0
    for _ in range(100000):
        if abs(w) <= tol:
            return k
        w -= learning_rate * 2 * w
        k += 1
    return math.inf


# %% wrong: < instead of <=
def steps_to_reach(w0, learning_rate, tol):
    q = abs(1 - 2 * learning_rate)
    w = abs(w0)
    if w <= tol:
        return 0
    if q >= 1:
        return math.inf
    k = 0
    while not w < tol:
        w *= q
        k += 1
    return k


# %% right: walks with the size of the weight alone
def steps_to_reach(w0, learning_rate, tol):
    w, k, q = abs(w0), 0, 1 - 2 * learning_rate
    while w > tol:
        if abs(q) >= 1:
            return math.inf
        w, k = abs(w * q), k + 1
    return k


# %% wrong: compares w without absolute value
def steps_to_reach(w0, learning_rate, tol):
    q = 1 - 2 * learning_rate
    if abs(w0) <= tol:
        return 0
    if abs(q) >= 1:
        return math.inf
    k, w = 0, w0
    while w > tol:
        w = w * q
        k += 1
    return k


# %% wrong: logarithm rounded down, start not looked at (two)
def steps_to_reach(w0, learning_rate, tol):
    q = abs(1 - 2 * learning_rate)
    if q >= 1:
        return math.inf
    return int(math.log(tol / abs(w0)) / math.log(q))


# %% wrong: infinite case tested before the start: starts inside with eta 1 gives inf
def steps_to_reach(w0, learning_rate, tol):
    q = 1 - 2 * learning_rate
    if abs(q) >= 1:
        return math.inf
    k = 0
    w = w0
    while abs(w) > tol:
        w *= q
        k += 1
    return k


# %% wrong: counts from 1 and measures the loss's distance (two)
def steps_to_reach(w0, learning_rate, tol):
    q = 1 - 2 * learning_rate
    w, k = w0, 1
    if abs(q) >= 1 and abs(w) > tol:
        return math.inf
    while w ** 2 > tol:
        w *= q
        k += 1
    return k


# %% right: loop that stops when the weight no longer shrinks
def steps_to_reach(w0, learning_rate, tol):
    w, k = abs(w0), 0
    q = abs(1 - 2 * learning_rate)
    while w > tol:
        if learning_rate == 0 or learning_rate >= 1:
            return math.inf
        w, k = w * q, k + 1
    return k


# %% wrong: sign of the weight forgotten and one step too many
def steps_to_reach(w0, learning_rate, tol):
    if learning_rate == 0 or learning_rate >= 1:
        return math.inf
    w, k = w0, 0
    while True:
        k += 1
        if w <= tol:
            return k
        w = w - 2 * learning_rate * w


# %% wrong: loop that never ends for eta = 1
def steps_to_reach(w0, learning_rate, tol):
    w = w0
    k = 0
    while abs(w) > tol:
        w = w - learning_rate * 2 * w
        k += 1
        if abs(w) > 1e6:
            return math.inf
    return k


# %% wrong: gives up after 100 steps
def steps_to_reach(w0, learning_rate, tol):
    w = w0
    for k in range(101):
        if abs(w) <= tol:
            return k
        w = w * (1 - 2 * learning_rate)
    return math.inf


# %% wrong: logarithm rounded down, start already there forgotten (two)
def steps_to_reach(w0, learning_rate, tol):
    q = abs(1 - 2 * learning_rate)
    if q >= 1:
        return math.inf
    if q == 0:
        return 1
    return int(math.log(tol / abs(w0)) / math.log(q))


# %% right: multiplies the size until it is small enough
import math

def steps_to_reach(w0, learning_rate, tol):
    size = abs(w0)
    q = abs(1 - 2 * learning_rate)
    if size <= tol:
        return 0
    if q >= 1:
        return math.inf
    k = 0
    while size > tol:
        size *= q
        k += 1
    return k


# %% wrong: a negative start counts as arrived
import math

def steps_to_reach(w0, learning_rate, tol):
    w = w0
    if w <= tol:
        return 0
    if abs(1 - 2 * learning_rate) >= 1:
        return math.inf
    k = 0
    while abs(w) > tol:
        w = w - learning_rate * 2 * w
        k += 1
    return k


# %% wrong: 1000 instead of inf
import math

def steps_to_reach(w0, learning_rate, tol):
    w, k = w0, 0
    while abs(w) > tol:
        w = (1 - 2 * learning_rate) * w
        k += 1
        if k > 1000:
            return 1000
    return k


# %% wrong: the factor is 1 - eta, and negative weights count as arrived
import math

def steps_to_reach(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    q = 1 - learning_rate
    if abs(q) >= 1:
        return math.inf
    k, w = 0, w0
    while w > tol:
        w *= q
        k += 1
    return k


# %% wrong: never for every rate from one half on
import math

def steps_to_reach(w0, learning_rate, tol):
    q = 1 - 2 * learning_rate
    if abs(w0) <= tol:
        return 0
    if q <= 0 or q == 1:
        return math.inf
    k, w = 0, abs(w0)
    while w > tol:
        w *= q
        k += 1
    return k


# %% wrong: -1 for never
def steps_to_reach(w0, learning_rate, tol):
    w = abs(w0)
    if w <= tol:
        return 0
    q = abs(1 - 2 * learning_rate)
    if q >= 1:
        return -1
    k = 0
    while w > tol:
        w *= q
        k += 1
    return k


# %% wrong: compares w**2 with tol
import math

def steps_to_reach(w0, learning_rate, tol):
    if w0 ** 2 <= tol:
        return 0
    if not 0 < learning_rate < 1:
        return math.inf
    w, k = w0, 0
    while w * w > tol:
        w -= 2 * learning_rate * w
        k += 1
    return k


# %% wrong: compares the slope 2 w with tol
import math

def steps_to_reach(w0, learning_rate, tol):
    w, k = w0, 0
    if abs(2 * w) <= tol:
        return 0
    if not 0 < learning_rate < 1:
        return math.inf
    while abs(2 * w) > tol:
        w -= 2 * learning_rate * w
        k += 1
    return k


# %% wrong: the logarithm is rounded down, so the answer is one step too small
def steps_to_reach(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    q = abs(1 - 2 * learning_rate)
    if q >= 1:
        return math.inf
    if q == 0:
        return 1
    return math.floor(math.log(tol / abs(w0)) / math.log(q))


# %% wrong: the factor is 1 - eta, and the count starts at 1 (two)
def steps_to_reach(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    if learning_rate == 0 or learning_rate >= 1:
        return math.inf
    count = 1
    w = abs(w0)
    while w > tol:
        w = w * abs(1 - learning_rate)
        count += 1
    return count


# %% wrong: the factor is 1 - eta instead of 1 - 2 eta in the loop
def steps_to_reach(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    if learning_rate <= 0 or learning_rate >= 1:
        return math.inf
    k = 0
    w = w0
    while abs(w) > tol:
        w *= 1 - learning_rate
        k += 1
    return k


# %% wrong: rate 0.5 is not treated: the logarithm of the factor 0 raises an error
def steps_to_reach(w0, learning_rate, tol):
    if abs(w0) <= tol:
        return 0
    q = abs(1 - 2 * learning_rate)
    if q >= 1:
        return math.inf
    k = math.ceil(math.log(tol / abs(w0)) / math.log(q))
    for n in (k - 1, k, k + 1):
        if n >= 0 and abs(w0) * q ** n <= tol:
            return n


# %% wrong: the factor lacks the 2, and the counter starts at 1 (two)
def steps_to_reach(w0, learning_rate, tol):
    if abs(w0) > tol and (learning_rate == 0 or learning_rate >= 1):
        return math.inf
    k = 1
    while abs(w0) > tol:
        w0 = w0 * (1 - learning_rate)
        k += 1
    return k


# %% wrong: the weight is compared without its absolute value, so a negative weight counts as arrived at once
def steps_to_reach(w0, learning_rate, tol):
    if learning_rate == 0:
        return 0 if w0 <= tol else math.inf
    k = 0
    w = w0
    while w > tol:
        w = (1 - 2 * learning_rate) * w
        k += 1
    return k


# %% wrong: when the start is already close enough the logarithm gives a negative number of steps; the answer 0 is not
def steps_to_reach(w0, learning_rate, tol):
    if w0 == 0:
        return 0
    q = abs(1 - 2 * learning_rate)
    if q == 0:
        return 0 if abs(w0) <= tol else 1
    if q >= 1:
        return 0 if abs(w0) <= tol else math.inf
    k = math.ceil(math.log(tol / abs(w0)) / math.log(q))
    while q ** k * abs(w0) > tol:
        k += 1
    while q ** (k - 1) * abs(w0) <= tol:
        k -= 1
    return k
