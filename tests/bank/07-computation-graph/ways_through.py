# %% right: a border of zeros saves the cases
class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, parents
    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))
    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))
    def backward(self):
        order, seen = [], set()
        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p, _ in v.parents:
                    visit(p)
                order.append(v)
        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for p, d in v.parents:
                p.grad += d * v.grad
def ways_through(is_open):
    m, n = np.shape(is_open)
    town = [[Value(0.0) for _ in range(n + 1)] for _ in range(m + 1)]
    for i in range(m):
        for j in range(n):
            if is_open[i][j]:
                start = Value(1.0) if i == j == 0 else Value(0.0)
                town[i + 1][j + 1] = start + (town[i][j + 1] + town[i + 1][j])
    town[m][n].backward()
    return np.array([[c.data * c.grad for c in row[1:]] for row in town[1:]])


# %% wrong: only the ways to each corner, not those on from it
def ways_through(is_open):
    m, n = np.shape(is_open)
    ways = np.zeros((m, n))
    ways[0, 0] = 1
    for i in range(m):
        for j in range(n):
            if not is_open[i, j] or i == j == 0:
                continue
            up = ways[i - 1, j] if i > 0 else 0
            left = ways[i, j - 1] if j > 0 else 0
            ways[i, j] = up + left
    return ways


# %% wrong: closed corners are walked through
def ways_through(is_open):
    m, n = np.shape(is_open)
    to = np.ones((m, n))
    for i in range(1, m):
        for j in range(1, n):
            to[i, j] = to[i - 1, j] + to[i, j - 1]
    return to * to[::-1, ::-1]


# %% wrong: ways to and ways on are added
def ways_through(is_open):
    m, n = np.shape(is_open)
    def count(o):
        ways = np.zeros(o.shape)
        for i in range(o.shape[0]):
            for j in range(o.shape[1]):
                if o[i, j]:
                    ways[i, j] = 1 if i == j == 0 else (ways[i - 1, j] if i else 0) + (ways[i, j - 1] if j else 0)
        return ways
    o = np.asarray(is_open)
    return count(o) + count(o[::-1, ::-1])[::-1, ::-1]


# %% wrong: closed corners counted
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for parent, _ in v.parents:
                    visit(parent)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for parent, slope in v.parents:
                parent.grad += slope * v.grad


def ways_through(is_open):
    m, n = is_open.shape
    v = [[None] * n for _ in range(m)]
    for i in range(m):
        for j in range(n):
            if i == 0 and j == 0:
                v[i][j] = Value(1.0)
                continue
            up = v[i - 1][j] if i > 0 else Value(0.0)
            left = v[i][j - 1] if j > 0 else Value(0.0)
            v[i][j] = up + left
    v[-1][-1].backward()
    return np.array([[c.data * c.grad for c in row] for row in v])


# %% wrong: returns data only
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for parent, _ in v.parents:
                    visit(parent)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for parent, slope in v.parents:
                parent.grad += slope * v.grad


def ways_through(is_open):
    m, n = is_open.shape
    v = {}
    for i in range(m):
        for j in range(n):
            if not is_open[i, j]:
                v[i, j] = Value(0.0)
            elif (i, j) == (0, 0):
                v[i, j] = Value(1.0)
            else:
                v[i, j] = v.get((i - 1, j), Value(0.0)) + v.get((i, j - 1), Value(0.0))
    v[m - 1, n - 1].backward()
    return np.array([[v[i, j].data for j in range(n)] for i in range(m)])


# %% wrong: diagonal step too, and grad instead of product (two)
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for parent, _ in v.parents:
                    visit(parent)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for parent, slope in v.parents:
                parent.grad += slope * v.grad


def ways_through(is_open):
    m, n = is_open.shape
    v = {}
    zero = Value(0.0)
    for i in range(m):
        for j in range(n):
            if not is_open[i, j]:
                v[i, j] = Value(0.0)
            elif (i, j) == (0, 0):
                v[i, j] = Value(1.0)
            else:
                v[i, j] = v.get((i - 1, j), zero) + v.get((i, j - 1), zero) + v.get((i - 1, j - 1), zero)
    v[m - 1, n - 1].backward()
    return np.array([[v[i, j].grad for j in range(n)] for i in range(m)])


# %% right: two tables, no Value at all
def ways_through(is_open):
    o = np.asarray(is_open)
    def count(t):
        n = np.zeros(t.shape)
        for i, j in np.ndindex(*t.shape):
            if t[i, j]:
                n[i, j] = 1 if i == j == 0 else (n[i - 1, j] if i else 0) + (n[i, j - 1] if j else 0)
        return n
    return count(o) * count(o[::-1, ::-1])[::-1, ::-1]


# %% wrong: adds the two counts and ignores closed corners (two)
def ways_through(is_open):
    m, n = np.shape(is_open)
    f = np.ones((m, n))
    for i in range(1, m):
        for j in range(1, n):
            f[i, j] = f[i - 1, j] + f[i, j - 1]
    return f + f[::-1, ::-1]


# %% right: a dictionary of corners with a rim of zeros
class Value:
    """A number that remembers how it was made."""

    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = list(parents)

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def backward(self):
        waiting = {}
        seen = {id(self): self}
        stack = [self]
        while stack:
            v = stack.pop()
            v.grad = 0.0
            for p, _ in v.parents:
                waiting[id(p)] = waiting.get(id(p), 0) + 1
                if id(p) not in seen:
                    seen[id(p)] = p
                    stack.append(p)
        self.grad = 1.0
        ready = [self]
        while ready:
            v = ready.pop()
            for p, local in v.parents:
                p.grad += v.grad * local
                waiting[id(p)] -= 1
                if waiting[id(p)] == 0:
                    ready.append(p)


def ways_through(is_open):
    m, n = is_open.shape
    town = {}
    for i in range(m):
        for j in range(n):
            if (i, j) == (0, 0):
                town[i, j] = Value(1.0)
            elif is_open[i, j]:
                above = town.get((i - 1, j), Value(0.0))
                left = town.get((i, j - 1), Value(0.0))
                town[i, j] = above + left
            else:
                town[i, j] = Value(0.0)
    town[m - 1, n - 1].backward()
    return np.array([[town[i, j].data * town[i, j].grad for j in range(n)] for i in range(m)])


# %% wrong: the result array is made by zeros_like of the truth values
class Value:
    """A number that remembers how it was made."""

    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = list(parents)

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def backward(self):
        waiting = {}
        seen = {id(self): self}
        stack = [self]
        while stack:
            v = stack.pop()
            v.grad = 0.0
            for p, _ in v.parents:
                waiting[id(p)] = waiting.get(id(p), 0) + 1
                if id(p) not in seen:
                    seen[id(p)] = p
                    stack.append(p)
        self.grad = 1.0
        ready = [self]
        while ready:
            v = ready.pop()
            for p, local in v.parents:
                p.grad += v.grad * local
                waiting[id(p)] -= 1
                if waiting[id(p)] == 0:
                    ready.append(p)


def ways_through(is_open):
    m, n = is_open.shape
    corner = [[Value(0.0) for _ in range(n)] for _ in range(m)]
    for i in range(m):
        for j in range(n):
            if i == 0 and j == 0:
                corner[i][j] = Value(1.0)
            elif is_open[i, j]:
                up = corner[i - 1][j] if i > 0 else Value(0.0)
                left = corner[i][j - 1] if j > 0 else Value(0.0)
                corner[i][j] = up + left
    corner[-1][-1].backward()
    result = np.zeros_like(is_open)
    for i in range(m):
        for j in range(n):
            result[i, j] = corner[i][j].data * corner[i][j].grad
    return result


# %% wrong: also walks diagonally, and returns the ways to each corner only
class Value:
    """A number that remembers how it was made."""

    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = list(parents)

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def backward(self):
        waiting = {}
        seen = {id(self): self}
        stack = [self]
        while stack:
            v = stack.pop()
            v.grad = 0.0
            for p, _ in v.parents:
                waiting[id(p)] = waiting.get(id(p), 0) + 1
                if id(p) not in seen:
                    seen[id(p)] = p
                    stack.append(p)
        self.grad = 1.0
        ready = [self]
        while ready:
            v = ready.pop()
            for p, local in v.parents:
                p.grad += v.grad * local
                waiting[id(p)] -= 1
                if waiting[id(p)] == 0:
                    ready.append(p)


def ways_through(is_open):
    m, n = is_open.shape
    v = {}
    for i in range(m):
        for j in range(n):
            v[i, j] = Value(1.0 if i + j == 0 else 0.0)
            if is_open[i, j]:
                for di, dj in [(1, 0), (0, 1), (1, 1)]:
                    if (i - di, j - dj) in v:
                        v[i, j] = v[i, j] + v[i - di, j - dj]
    v[m - 1, n - 1].backward()
    return np.array([[v[i, j].data for j in range(n)] for i in range(m)])


# %% right: dictionary of corners, loops
class Value:
    def __init__(self, data, made_from=()):
        self.data, self.grad, self.made_from = data, 0.0, made_from

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for u, _ in v.made_from:
                    visit(u)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for u, d in v.made_from:
                u.grad += v.grad * d


def ways_through(is_open):
    m, n = len(is_open), len(is_open[0])
    corner = {}
    for i in range(m):
        for j in range(n):
            if not is_open[i][j]:
                corner[i, j] = Value(0.0)
            elif i == j == 0:
                corner[i, j] = Value(1.0)
            else:
                total = Value(0.0)
                for before in ((i - 1, j), (i, j - 1)):
                    if before in corner:
                        total = total + corner[before]
                corner[i, j] = total
    corner[m - 1, n - 1].backward()
    return np.array([[corner[i, j].data * corner[i, j].grad for j in range(n)] for i in range(m)])


# %% wrong: one Value for several corners along the edge
class Value:
    def __init__(self, data, made_from=()):
        self.data, self.grad, self.made_from = data, 0.0, made_from

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for u, _ in v.made_from:
                    visit(u)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for u, d in v.made_from:
                u.grad += v.grad * d


def ways_through(is_open):
    rows, cols = is_open.shape
    t = {}
    for r in range(rows):
        for c in range(cols):
            if not is_open[r, c]:
                t[r, c] = Value(0.0)
            elif r == 0 and c == 0:
                t[r, c] = Value(1.0)
            elif r == 0:
                t[r, c] = t[r, c - 1]
            elif c == 0:
                t[r, c] = t[r - 1, c]
            else:
                t[r, c] = t[r - 1, c] + t[r, c - 1]
    t[rows - 1, cols - 1].backward()
    out = np.zeros((rows, cols))
    for (r, c), v in t.items():
        out[r, c] = v.data * v.grad
    return out


# %% wrong: first row and column are fresh ones, linked with nothing
class Value:
    def __init__(self, data, made_from=()):
        self.data, self.grad, self.made_from = data, 0.0, made_from

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for u, _ in v.made_from:
                    visit(u)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for u, d in v.made_from:
                u.grad += v.grad * d


def ways_through(is_open):
    m, n = is_open.shape
    town = []
    for i in range(m):
        line = []
        for j in range(n):
            if not is_open[i, j]:
                line.append(Value(0.0))
            elif i == 0 or j == 0:
                line.append(Value(1.0))
            else:
                line.append(town[i - 1][j] + line[j - 1])
        town.append(line)
    town[m - 1][n - 1].backward()
    return np.array([[v.data * v.grad for v in line] for line in town])


# %% wrong: goes diagonally, too, and adds data and grad (two mistakes)
class Value:
    def __init__(self, data, made_from=()):
        self.data, self.grad, self.made_from = data, 0.0, made_from

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for u, _ in v.made_from:
                    visit(u)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for u, d in v.made_from:
                u.grad += v.grad * d


def ways_through(is_open):
    m, n = is_open.shape
    V = {}
    for i in range(m):
        for j in range(n):
            v = Value(1.0 if i + j == 0 else 0.0)
            if is_open[i, j]:
                for p in [(i - 1, j), (i, j - 1), (i - 1, j - 1)]:
                    if p in V:
                        v = v + V[p]
            V[i, j] = v
    V[m - 1, n - 1].backward()
    return np.array([[V[i, j].data + V[i, j].grad for j in range(n)] for i in range(m)])


# %% right: plain integer dynamic programming both ways, no Value
def ways_through(is_open):
    is_open = np.asarray(is_open, dtype=bool)

    def count(grid):
        m, n = grid.shape
        ways = np.zeros((m, n))
        for i in range(m):
            for j in range(n):
                if not grid[i, j]:
                    continue
                if i == 0 and j == 0:
                    ways[i, j] = 1
                else:
                    ways[i, j] = (ways[i - 1, j] if i else 0) + (ways[i, j - 1] if j else 0)
        return ways

    return count(is_open) * count(is_open[::-1, ::-1])[::-1, ::-1]


# %% wrong: returns the ways to each corner only
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p, _ in v.parents:
                    visit(p)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for p, d in v.parents:
                p.grad += d * v.grad


def ways_through(is_open):
    m, n = np.shape(is_open)
    town = [[None] * n for _ in range(m)]
    for i in range(m):
        for j in range(n):
            if i == 0 and j == 0:
                v = Value(1.0)
            elif not is_open[i][j]:
                v = Value(0.0)
            else:
                v = Value(0.0)
                if i > 0:
                    v = v + town[i - 1][j]
                if j > 0:
                    v = v + town[i][j - 1]
            town[i][j] = v
    town[m - 1][n - 1].backward()
    return np.array([[c.data for c in row] for row in town])


# %% wrong: corners of the first row and column are always 1, closed ones ignored there
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p, _ in v.parents:
                    visit(p)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for p, d in v.parents:
                p.grad += d * v.grad


def ways_through(is_open):
    m, n = is_open.shape
    v = [[Value(0.0) for _ in range(n)] for _ in range(m)]
    v[0][0] = Value(1.0)
    for i in range(m):
        for j in range(n):
            if i == 0 and j == 0:
                continue
            if i == 0:
                v[i][j] = v[i][j - 1] + Value(0.0)
            elif j == 0:
                v[i][j] = v[i - 1][j] + Value(0.0)
            elif is_open[i, j]:
                v[i][j] = v[i - 1][j] + v[i][j - 1]
    v[-1][-1].backward()
    return np.array([[a.data * a.grad for a in row] for row in v])


# %% wrong: closed corners ignored at all, and backward from the first corner
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p, _ in v.parents:
                    visit(p)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for p, d in v.parents:
                p.grad += d * v.grad


def ways_through(is_open):
    m, n = is_open.shape
    t = [[Value(1.0) for _ in range(n)] for _ in range(m)]
    for i in range(m):
        for j in range(n):
            if i > 0 and j > 0:
                t[i][j] = t[i - 1][j] + t[i][j - 1]
            elif i > 0:
                t[i][j] = t[i - 1][j] + Value(0.0)
            elif j > 0:
                t[i][j] = t[i][j - 1] + Value(0.0)
    t[0][0].backward()
    return np.array([[c.data * c.grad for c in row] for row in t])


# %% wrong: a corner with one corner before it is that very Value
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p, _ in v.parents:
                    visit(p)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for p, d in v.parents:
                p.grad += d * v.grad


def ways_through(is_open):
    m, n = is_open.shape
    t = [[None] * n for _ in range(m)]
    for i in range(m):
        for j in range(n):
            if i == j == 0:
                t[i][j] = Value(1.0)
            elif not is_open[i, j]:
                t[i][j] = Value(0.0)
            elif i == 0:
                t[i][j] = t[i][j - 1]
            elif j == 0:
                t[i][j] = t[i - 1][j]
            else:
                t[i][j] = t[i - 1][j] + t[i][j - 1]
    t[m - 1][n - 1].backward()
    return np.array([[v.data * v.grad for v in row] for row in t])


# %% wrong: a diagonal move is allowed too, so the ways are counted with three moves instead of two
class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, parents

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p, _ in v.parents:
                    visit(p)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for p, d in v.parents:
                p.grad += d * v.grad


def ways_through(is_open):
    m, n = is_open.shape
    G = [[Value(0.0) for j in range(n + 1)] for i in range(m + 1)]
    for i in range(1, m + 1):
        for j in range(1, n + 1):
            if i == 1 and j == 1:
                G[i][j] = Value(1.0)
            elif is_open[i - 1, j - 1]:
                G[i][j] = G[i - 1][j] + G[i][j - 1] + G[i - 1][j - 1]
    G[m][n].backward()
    return np.array([[G[i][j].data * G[i][j].grad for j in range(1, n + 1)] for i in range(1, m + 1)])


# %% wrong: backward is called on the first corner instead of the last, so only the first corner has a gradient
class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, parents

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p, _ in v.parents:
                    visit(p)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for p, d in v.parents:
                p.grad += d * v.grad


def ways_through(is_open):
    m, n = is_open.shape
    cells = [[Value(0.0)] * (n + 1) for _ in range(m + 1)]
    for i in range(m):
        for j in range(n):
            if i == j == 0:
                cells[1][1] = Value(1.0)
            elif is_open[i][j]:
                cells[i + 1][j + 1] = cells[i][j + 1] + cells[i + 1][j]
            else:
                cells[i + 1][j + 1] = Value(0.0)
    cells[1][1].backward()
    res = np.zeros((m, n))
    for i in range(m):
        for j in range(n):
            res[i, j] = cells[i + 1][j + 1].data * cells[i + 1][j + 1].grad
    return res


# %% wrong: new ways begin at a closed corner, which is set to 0 only in the answer
class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, parents

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p, _ in v.parents:
                    visit(p)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for p, d in v.parents:
                p.grad += d * v.grad


def ways_through(is_open):
    m, n = is_open.shape
    t = [[Value(0.0) for _ in range(n + 1)] for _ in range(m + 1)]
    for i in range(1, m + 1):
        for j in range(1, n + 1):
            if (i == 1 and j == 1) or not is_open[i - 1, j - 1]:
                t[i][j] = Value(1.0)
            else:
                t[i][j] = t[i - 1][j] + t[i][j - 1]
    t[m][n].backward()
    out = np.array([[v.data * v.grad for v in r[1:]] for r in t[1:]])
    return np.where(is_open, out, 0)


# %% wrong: two mistakes: closed corners are ignored, and the gradients alone are returned instead of data times grad
class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, parents

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p, _ in v.parents:
                    visit(p)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for p, d in v.parents:
                p.grad += d * v.grad


def ways_through(is_open):
    m, n = is_open.shape
    net = {}
    for i in range(m):
        for j in range(n):
            net[i, j] = Value(1.0) if i == j == 0 else net.get((i - 1, j), Value(0.0)) + net.get((i, j - 1), Value(0.0))
    net[m - 1, n - 1].backward()
    return np.array([[net[i, j].grad for j in range(n)] for i in range(m)])


# %% wrong: two mistakes: new ways begin at a closed corner, and data and grad are added
class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, parents

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p, _ in v.parents:
                    visit(p)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for p, d in v.parents:
                p.grad += d * v.grad


def ways_through(is_open):
    m, n = is_open.shape
    g = [[Value(0.0) for _ in range(n + 1)] for _ in range(m + 1)]
    for i in range(m):
        for j in range(n):
            if (i == 0 and j == 0) or not is_open[i, j]:
                g[i + 1][j + 1] = Value(1.0)
            else:
                g[i + 1][j + 1] = g[i][j + 1] + g[i + 1][j]
    g[m][n].backward()
    itog = np.array([[v.data + v.grad for v in r[1:]] for r in g[1:]])
    itog[~np.asarray(is_open, dtype=bool)] = 0
    return itog


# %% wrong: the town as one flat line
import heapq
import itertools


class Value:
    _clock = itertools.count()

    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self._parents = parents
        self._born = next(Value._clock)

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        incoming = {self._born: 1.0}
        nodes = {self._born: self}
        heap = [-self._born]
        while heap:
            number = -heapq.heappop(heap)
            node = nodes[number]
            node.grad = incoming[number]
            for parent, local in node._parents:
                if parent._born not in nodes:
                    nodes[parent._born] = parent
                    incoming[parent._born] = 0.0
                    heapq.heappush(heap, -parent._born)
                incoming[parent._born] += local * node.grad


def ways_through(is_open):
    is_open = np.asarray(is_open)
    m, n = is_open.shape
    flat = [Value(0.0) for _ in range(m * n)]
    flat[0] = Value(1.0)
    for k in range(1, m * n):
        if is_open.flat[k]:
            s = flat[k - 1] + Value(0.0)
            if k >= n:
                s = s + flat[k - n]
            flat[k] = s
    flat[-1].backward()
    return np.array([v.data * v.grad for v in flat]).reshape(m, n)


# %% wrong: closed corners ignored, and only data returned
import heapq
import itertools


class Value:
    _clock = itertools.count()

    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self._parents = parents
        self._born = next(Value._clock)

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        incoming = {self._born: 1.0}
        nodes = {self._born: self}
        heap = [-self._born]
        while heap:
            number = -heapq.heappop(heap)
            node = nodes[number]
            node.grad = incoming[number]
            for parent, local in node._parents:
                if parent._born not in nodes:
                    nodes[parent._born] = parent
                    incoming[parent._born] = 0.0
                    heapq.heappush(heap, -parent._born)
                incoming[parent._born] += local * node.grad


def ways_through(is_open):
    m, n = np.shape(is_open)
    V = [[Value(1.0) for _ in range(n)] for _ in range(m)]
    for i in range(1, m):
        for j in range(1, n):
            V[i][j] = V[i - 1][j] + V[i][j - 1]
    V[-1][-1].backward()
    return np.array([[v.data for v in row] for row in V])
