# %% right: divides by four in a loop, starting from one
def vanishing_bound(depth):
    bound = 1.0
    for _ in range(depth):
        bound /= 4
    return bound


# %% right: a power of two, the exponent is minus twice the depth
def vanishing_bound(depth: int) -> float:
    return math.ldexp(1.0, -2 * depth)


# %% wrong: adds the quarters up instead of multiplying them (0.25 times depth)
def vanishing_bound(depth):
    # every sigmoid contributes at most one quarter
    return sum([0.25] * depth)


# %% wrong: takes the value of the sigmoid at 0 (one half), not its slope
def vanishing_bound(depth):
    value_at_zero = 1 / (1 + math.exp(0))
    return value_at_zero ** depth


# %% wrong: thinks no layers means no gradient, so depth 0 gives 0
def vanishing_bound(depth):
    if depth <= 0:
        return 0.0
    return np.prod(np.full(depth, 0.25))


# %% wrong: two mistakes: the loop makes one factor too few, and the answer is rounded
def vanishing_bound(depth):
    result = 1
    for layer in range(1, depth):
        result = result * 0.25
    return round(result, 6)


# %% wrong: one quarter whatever the depth
def vanishing_bound(depth):
    return 0.25


# %% wrong: depth to the power of a quarter, base and exponent exchanged
def vanishing_bound(depth):
    return depth**0.25


# %% wrong: a quarter divided by the number of layers
def vanishing_bound(depth):
    if depth == 0:
        return 1
    return 0.25 / depth


# %% wrong: rounds to six places
def vanishing_bound(depth):
    return round(0.25**depth, 6)
# %% wrong: sum of the slopes
def vanishing_bound(depth):
    return 0.25 * depth
# %% wrong: one factor too many
def vanishing_bound(depth):
    b = 0.25
    for _ in range(depth):
        b *= 0.25
    return b
# %% right: a loop
def vanishing_bound(depth):
    b = 1.0
    while depth > 0:
        b /= 4
        depth -= 1
    return b


# %% wrong: one too few in the loop
def vanishing_bound(depth):
    p = 1
    for i in range(1, depth):
        p = p * 0.25
    return p


# %% right: loop that halves twice
def vanishing_bound(depth):
    bound = 1.0
    while depth > 0:
        bound /= 4
        depth -= 1
    return bound


# %% wrong: loop starts one factor in: range(1, depth)
def vanishing_bound(depth):
    p = 1
    for i in range(1, depth):
        p *= 0.25
    return p


# %% right: recursion
def vanishing_bound(depth):
    if depth == 0:
        return 1
    return vanishing_bound(depth - 1) / 4


# %% wrong: a real stack that starts at 0 instead of the bound
def vanishing_bound(depth):
    z, product = 0.0, 1.0
    for _ in range(depth):
        s = 1 / (1 + np.exp(-z))
        product *= s * (1 - s)
        z = s
    return product


# %% wrong: the value of the sigmoid's middle, one half
def vanishing_bound(depth):
    s = 1 / (1 + np.exp(0))
    return s**depth


# %% wrong: one factor too few
def vanishing_bound(depth):
    result = 1
    for i in range(1, depth):
        result = result / 4
    return result


# %% right: a power of two
def vanishing_bound(depth):
    return math.ldexp(1.0, -2 * depth)


# %% wrong: the empty product is taken as 0, so depth 0 gives the wrong answer
def vanishing_bound(depth):
    if depth <= 0:
        return 0
    slopes = np.full(depth, 1 / 4)
    return slopes.prod()


# %% wrong: the slope is taken as s*(1+s) at s = 1/2, that is 0.75, and the loop makes one factor too many (two)
def vanishing_bound(depth):
    s = 0.5
    slope = s * (1 + s)
    p = 1
    for _ in range(depth + 1):
        p = p * slope
    return p


# %% wrong: the slope is taken as 1/2, and the loop makes one factor too many (two)
def vanishing_bound(depth):
    result = 1
    for i in range(depth + 1):
        result = result * 0.5
    return result


# %% wrong: one factor too many is multiplied (the loop runs depth + 1 times), and the result is rounded to four digits
def vanishing_bound(depth):
    граница = 1
    for слой in range(depth + 1):
        граница = граница * 0.25
    return round(граница, 4)


# %% wrong: it looks the bound up in the rounded table of the reading: other depths raise a KeyError and the numbers are
def vanishing_bound(depth):
    table = {0: 1, 1: 0.25, 2: 0.0625, 3: 0.0156, 5: 0.00098, 10: 0.00000095}
    return table[depth]


# %% wrong: depth quarters are added (depth times 0.25) instead of multiplied
def vanishing_bound(depth):
    return 0.25 * depth if depth > 0 else 1


# %% wrong: the roles of base and exponent are exchanged: depth to the power 1/4
def vanishing_bound(depth):
    quarter = 0.25
    if depth == 0:
        return 1.0
    return depth ** quarter
