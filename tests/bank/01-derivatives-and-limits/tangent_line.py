# %% right: an object that can be called
def tangent_line(f, df, x0):
    class Line:
        def __init__(self, point, height, slope):
            self.point = point
            self.height = height
            self.slope = slope

        def __call__(self, x):
            return self.height + self.slope * (x - self.point)

    return Line(x0, f(x0), df(x0))


# %% right: slope and height at zero first, then k * x + c
def tangent_line(f, df, x0):
    k = df(x0)
    c = f(x0) - k * x0
    return lambda x: np.add(np.multiply(k, x), c)


# %% wrong: the slope is taken at x and not at x0, so the line is bent
def tangent_line(f, df, x0):
    def line(x):
        return f(x0) + df(x) * (x - x0)
    return line


# %% wrong: returns the numbers slope and height instead of a function
def tangent_line(f, df, x0):
    slope = df(x0)
    intercept = f(x0) - slope * x0
    return slope, intercept


# %% wrong: height f(x) of the curve instead of f(x0), and x0 - x for x - x0 (two mistakes)
def tangent_line(f, df, x0):
    return lambda x: f(x) + df(x0) * (x0 - x)


# %% wrong: df(x0) * x - f(x0), which happens to fit for the square but for no other power
def tangent_line(f, df, x0):
    def tangent(x):
        # for x^2 in 3:  6 x - 9
        return df(x0) * x - f(x0)
    return tangent


# %% wrong: loops over x, so a plain number cannot be put in, and f and df are exchanged (two)
def tangent_line(f, df, x0):
    def line(x):
        ys = []
        for xi in x:
            ys.append(df(x0) + f(x0) * (xi - x0))
        return np.array(ys)

    return line


# %% wrong: goes through the origin, the height is forgotten
def tangent_line(f, df, x0):
    return lambda x: df(x0) * x


# %% wrong: f(x0) + df(x0) * x, not x - x0
def tangent_line(f, df, x0):
    def line(x):
        return f(x0) + df(x0) * x

    return line


# %% wrong: f and df are exchanged
def tangent_line(f, df, x0):
    return lambda x: df(x0) + f(x0) * (x - x0)
# %% wrong: line through the origin of the axes
def tangent_line(f, df, x0):
    def line(x):
        return df(x0) * x + f(x0)
    return line
# %% wrong: slope taken at x, not at x0
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x) * (x - x0)
# %% wrong: returns the value at x0 and not a function
def tangent_line(f, df, x0):
    x = x0
    return f(x0) + df(x0) * (x - x0)


# %% wrong: returns the height at x0, not a function
def tangent_line(f, df, x0):
    def line(x):
        return df(x0) * (x - x0) + f(x0)
    return line(x0)


# %% wrong: no shift by x0 and the height at x (two)
def tangent_line(f, df, x0):
    def tangent(x):
        return f(x) + df(x0) * x
    return tangent


# %% right: a class with __call__
class _Line:
    def __init__(self, k, b):
        self.k, self.b = k, b

    def __call__(self, x):
        return np.multiply(self.k, x) + self.b

def tangent_line(f, df, x0):
    k = df(x0)
    return _Line(k, f(x0) - k * x0)


# %% right: a polynomial object
def tangent_line(f, df, x0):
    k = df(x0)
    return np.poly1d([k, f(x0) - k * x0])


# %% right: a class with __call__
class Line:
    def __init__(self, slope, x, y):
        self.slope, self.x, self.y = slope, x, y

    def __call__(self, x):
        return self.y + self.slope * (x - self.x)


def tangent_line(f, df, x0):
    return Line(df(x0), x0, f(x0))


# %% wrong: perpendicular line
def tangent_line(f, df, x0):
    k = -1 / df(x0)
    return lambda x: f(x0) + k * (x - x0)


# %% wrong: the inner function is called at x0 at once: a number comes back
def tangent_line(f, df, x0):
    def line(x):
        return f(x0) + df(x0) * (x - x0)
    return line(x0)


# %% wrong: curve height at x and slope at x (two)
def tangent_line(f, df, x0):
    def g(x):
        return f(x) + df(x) * (x - x0)
    return g


# %% right: slope and height at 0 first, then kx + m
def tangent_line(f, df, x0):
    k = df(x0)
    m = f(x0) - k * x0

    def line(x):
        return k * x + m

    return line


# %% wrong: the height is missing and the slope is f(x0)
def tangent_line(f, df, x0):
    return lambda x: f(x0) * (x - x0)


# %% wrong: the bracket is x + x0 instead of x - x0, and the derivative is taken at x (two)
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x) * (x + x0)


# %% wrong: the inner function computes the height but does not return it, so it gives None
def tangent_line(f, df, x0):
    y0, k = f(x0), df(x0)
    def line(x):
        y = y0 + k * (x - x0)
        print(y)
    return line


# %% wrong: the height f(x0) is missing and the bracket is turned round, x0 - x
def tangent_line(f, df, x0):
    def g(x):
        step = x0 - x
        return df(x0) * step
    return g
