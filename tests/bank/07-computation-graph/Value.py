# %% right: values are numbered when they are made, the heap gives the youngest first
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


# %% right: counts the users of each value and hands on when the last one has reported
class Value:
    def __init__(self, data, made_from=()):
        self.data = data
        self.grad = 0.0
        self.made_from = list(made_from)

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def backward(self):
        waiting = {id(self): 0}
        stack = [self]
        while stack:
            v = stack.pop()
            v.grad = 0.0
            for u, _ in v.made_from:
                if id(u) not in waiting:
                    waiting[id(u)] = 0
                    stack.append(u)
                waiting[id(u)] += 1
        self.grad = 1.0
        ready = [self]
        while ready:
            v = ready.pop()
            for u, local in v.made_from:
                u.grad += v.grad * local
                waiting[id(u)] -= 1
                if waiting[id(u)] == 0:
                    ready.append(u)


# %% wrong: the gradient is overwritten, not added up over the paths
class Value:
    def __init__(self, data, _children=()):
        self.data = data
        self.grad = 0.0
        self._prev = _children
        self._backward = lambda: None

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def _backward():
            self.grad = out.grad
            other.grad = out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def _backward():
            self.grad = other.data * out.grad
            other.grad = self.data * out.grad
        out._backward = _backward
        return out

    def backward(self):
        topo, visited = [], set()

        def build(v):
            if v not in visited:
                visited.add(v)
                for child in v._prev:
                    build(child)
                topo.append(v)
        build(self)
        self.grad = 1.0
        for v in reversed(topo):
            v._backward()


# %% wrong: the gradients are not set to 0 first, a second backward adds on top
class Value:
    def __init__(self, data, parents=None):
        self.data = data
        self.grad = 0.0
        self.parents = parents or []

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def _order(self, seen, order):
        if id(self) in seen:
            return order
        seen.add(id(self))
        for p, _ in self.parents:
            p._order(seen, order)
        order.append(self)
        return order

    def backward(self):
        self.grad = 1.0
        for node in self._order(set(), [])[::-1]:
            for p, d in node.parents:
                p.grad += d * node.grad


# %% wrong: each path is walked separately by recursion, 2^40 paths after forty doublings
class Value:
    def __init__(self, data, sources=()):
        self.data, self.grad, self.sources = data, 0.0, sources

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def _clear(self):
        self.grad = 0.0
        for source, _ in self.sources:
            source._clear()

    def _push(self, amount):
        self.grad += amount
        for source, local in self.sources:
            source._push(amount * local)

    def backward(self):
        self._clear()
        self._push(1.0)


# %% wrong: breadth first, a value hands on before everything has come in
class Value:
    def __init__(self, data, inputs=()):
        self.data = data
        self.grad = 0.0
        self.inputs = inputs

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        new = Value(self.data + other.data)
        new.inputs = ((self, 1.0), (other, 1.0))
        return new

    def __mul__(self, other):
        new = Value(self.data * other.data)
        new.inputs = ((self, other.data), (other, self.data))
        return new

    def backward(self):
        queue = [self]
        for v in queue:
            for parent, _ in v.inputs:
                if parent not in queue:
                    queue.append(parent)
        for v in queue:
            v.grad = 0.0
        self.grad = 1.0
        for v in queue:
            for parent, local in v.inputs:
                parent.grad += v.grad * local


# %% wrong: in a product each factor gets its own number, and the seed 1 at the end is forgotten
class Value:
    def __init__(self, data, pairs=()):
        self.data = data
        self.pairs = pairs
        self.grad = 0.0

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1), (other, 1)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, self.data), (other, other.data)])

    def backward(self):
        order = []

        def write_down(v):
            if v in order:
                return
            for parent, _ in v.pairs:
                write_down(parent)
            order.append(v)

        write_down(self)
        for v in order:
            v.grad = 0.0
        for v in reversed(order):
            for parent, local in v.pairs:
                parent.grad = parent.grad + local * v.grad


# %% wrong: local derivatives kept in a dict by value, so a * a and a + a have only one path
class Value:
    def __init__(self, data, local=None):
        self.data = data
        self.grad = 0.0
        self.local = {} if local is None else local

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, {self: 1.0, other: 1.0})

    def __mul__(self, other):
        return Value(self.data * other.data, {self: other.data, other: self.data})

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if node in seen:
                return
            seen.add(node)
            for earlier in node.local:
                visit(earlier)
            order.append(node)

        visit(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        while order:
            node = order.pop()
            for earlier, derivative in node.local.items():
                earlier.grad += derivative * node.grad


# %% wrong: visited values are recognised by their number, two values with equal data are mixed up
class Value:
    def __init__(self, data, prev=()):
        self.data = data
        self.grad = 0.0
        self.prev = prev

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        visited = set()
        topo = []

        def go(v):
            if v.data not in visited:
                visited.add(v.data)
                for p, _ in v.prev:
                    go(p)
                topo.append(v)

        go(self)
        for v in topo:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(topo):
            for p, d in v.prev:
                p.grad += d * v.grad


# %% wrong: + works in place (self is changed and returned), and grad is not reset
class Value:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0
        self.back = []

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        self.data += other.data
        self.back.append((other, 1.0))
        return self

    def __mul__(self, other):
        result = Value(self.data * other.data)
        result.back = [(self, other.data), (other, self.data)]
        return result

    def backward(self):
        topo = []

        def collect(v):
            for u, _ in v.back:
                if u not in topo and u is not v:
                    collect(u)
            topo.append(v)

        collect(self)
        self.grad = 1.0
        for v in topo[::-1]:
            for u, local in v.back:
                u.grad += local * v.grad


# %% wrong: in a product each factor gets its own number
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = list(parents)

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, self.data), (other, other.data)])

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


# %% wrong: the order is walked from the beginning, not from the end
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1), (other, 1)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order = []

        def visit(v):
            if v not in order:
                for p, _ in v.parents:
                    visit(p)
                order.append(v)

        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in order:
            for p, d in v.parents:
                p.grad += d * v.grad


# %% wrong: only the direct parents get a gradient
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
        self.grad = 1.0
        for p, _ in self.parents:
            p.grad = 0.0
        for p, d in self.parents:
            p.grad += d * self.grad


# %% wrong: each path by recursion, and nothing is ever set to 0
class Value:
    def __init__(self, data, a=None, b=None, op=''):
        self.data = data
        self.grad = 0.0
        self.a, self.b, self.op = a, b, op

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, self, other, '+')

    def __mul__(self, other):
        return Value(self.data * other.data, self, other, '*')

    def backward(self, g=1.0):
        self.grad += g
        if self.op == '+':
            self.a.backward(g)
            self.b.backward(g)
        elif self.op == '*':
            self.a.backward(g * self.b.data)
            self.b.backward(g * self.a.data)
# %% wrong: product passes on its own data
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents
    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"
    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, self.data), (other, other.data)])
    def backward(self):
        order, seen = [], set()
        def visit(v):
            if v not in seen:
                seen.add(v)
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
# %% wrong: gradients are not set to zero, they pile up
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents
    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"
    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])
    def backward(self):
        order = []
        def visit(v):
            if v not in order:
                for p, _ in v.parents:
                    visit(p)
                order.append(v)
        visit(self)
        self.grad = 1.0
        for v in reversed(order):
            for p, d in v.parents:
                p.grad += d * v.grad
# %% wrong: assigns instead of adding, the last path wins
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents
    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"
    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])
    def backward(self):
        order, seen = [], set()
        def visit(v):
            if id(v) in seen:
                return
            seen.add(id(v))
            for p, _ in v.parents:
                visit(p)
            order.append(v)
        visit(self)
        self.grad = 1.0
        for v in order[::-1]:
            for p, d in v.parents:
                p.grad = d * v.grad
# %% wrong: recursion over every path, exponential
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
    def _clear(self):
        self.grad = 0.0
        for p, _ in self.parents:
            p._clear()
    def _push(self, g):
        self.grad += g
        for p, d in self.parents:
            p._push(g * d)
    def backward(self):
        self._clear()
        self._push(1.0)
# %% wrong: a breadth-first walk that hands on before everything has come in
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents
    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"
    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])
    def backward(self):
        queue, seen = [self], {self}
        for v in queue:
            v.grad = 0.0
            for p, _ in v.parents:
                if p not in seen:
                    seen.add(p)
                    queue.append(p)
        self.grad = 1.0
        for v in queue:
            for p, d in v.parents:
                p.grad += d * v.grad
# %% right: numbers its values as they are made and sorts by number
class Value:
    made = 0
    def __init__(self, data):
        self.data, self.grad = data, 0.0
        self.sources = []
        Value.made += 1
        self.number = Value.made
    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"
    def __add__(self, other):
        v = Value(self.data + other.data)
        v.sources = [(self, 1), (other, 1)]
        return v
    def __mul__(self, other):
        v = Value(self.data * other.data)
        v.sources = [(self, other.data), (other, self.data)]
        return v
    def backward(self):
        found, todo = {self.number: self}, [self]
        while todo:
            for s, _ in todo.pop().sources:
                if s.number not in found:
                    found[s.number] = s
                    todo.append(s)
        for v in found.values():
            v.grad = 0.0
        self.grad = 1.0
        for number in sorted(found, reverse=True):
            v = found[number]
            for s, d in v.sources:
                s.grad += v.grad * d
# %% wrong: data of the sum is right but addition passes on nothing to the second, backward forgets y.grad (two mistakes)
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = list(parents)
    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"
    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0)])
    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])
    def backward(self):
        order, seen = [], set()
        def visit(v):
            if v not in seen:
                seen.add(v)
                for p, _ in v.parents:
                    visit(p)
                order.append(v)
        visit(self)
        for v in order:
            v.grad = 0.0
        for v in reversed(order):
            for p, d in v.parents:
                p.grad += d * v.grad


# %% wrong: each path separately (exponential) recursion
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
    def _clear(self):
        self.grad = 0.0
        for p, _ in self.parents:
            p._clear()
    def _go(self, g):
        self.grad += g
        for p, d in self.parents:
            p._go(g * d)
    def backward(self):
        self._clear()
        self._go(1.0)


# %% wrong: gradients not added up
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
            if id(v) in seen:
                return
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
                p.grad = d * v.grad


# %% wrong: gradients not set back
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def backward(self):
        order = []

        def visit(v):
            if v not in order:
                for p, _ in v.parents:
                    visit(p)
                order.append(v)

        visit(self)
        self.grad = 1.0
        for v in order[::-1]:
            for p, d in v.parents:
                p.grad += d * v.grad


# %% wrong: each path by itself
class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def backward(self):
        self._clear()
        self._push(1.0)

    def _clear(self):
        self.grad = 0.0
        for p, _ in self.parents:
            p._clear()

    def _push(self, g):
        self.grad += g
        for p, d in self.parents:
            p._push(d * g)


# %% wrong: mutable default argument: parents list shared
class Value:
    def __init__(self, data, parents=[]):
        self.data = data
        self.grad = 0.0
        self.parents = parents
    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"
    def __add__(self, other):
        out = Value(self.data + other.data)
        out.parents += [(self, 1.0), (other, 1.0)]
        return out
    def __mul__(self, other):
        out = Value(self.data * other.data)
        out.parents += [(self, other.data), (other, self.data)]
        return out
    def backward(self):
        order, seen = [], set()
        def visit(v):
            if v in seen: return
            seen.add(v)
            for p, _ in v.parents: visit(p)
            order.append(v)
        visit(self)
        for v in order: v.grad = 0.0
        self.grad = 1.0
        for v in order[::-1]:
            for p, d in v.parents: p.grad += v.grad * d


# %% wrong: = for +=, and own data as own derivative (two)
class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, parents
    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"
    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))
    def __mul__(self, other):
        return Value(self.data * other.data, ((self, self.data), (other, other.data)))
    def backward(self):
        order, seen = [], set()
        def visit(v):
            if v in seen: return
            seen.add(v)
            for p, _ in v.parents: visit(p)
            order.append(v)
        visit(self)
        for v in order: v.grad = 0.0
        self.grad = 1.0
        for v in order[::-1]:
            for p, d in v.parents: p.grad = v.grad * d


# %% right: counts how many users still have to hand back
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


# %% wrong: everything but the end is set to 0; the end gets += 1
class Value:
    def __init__(self, data, children=()):
        self.data = data
        self.grad = 0.0
        self.children = children

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        topo, visited = [], set()

        def build(v):
            if v in visited:
                return
            visited.add(v)
            for c, _ in v.children:
                build(c)
            topo.append(v)

        build(self)
        for v in topo[:-1]:
            v.grad = 0.0
        self.grad += 1.0
        for v in topo[::-1]:
            for c, d in v.children:
                c.grad += d * v.grad


# %% wrong: own factor as the local derivative, and old gradients are never set to 0
class Value:
    def __init__(self, data, parts=()):
        self.data = data
        self.grad = 0.0
        self.parts = parts

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, self.data), (other, other.data)])

    def backward(self):
        order = []

        def visit(v):
            if v not in order:
                for p, _ in v.parts:
                    visit(p)
                order.append(v)

        visit(self)
        self.grad = 1.0
        for v in reversed(order):
            for p, d in v.parts:
                p.grad += d * v.grad


# %% right: closures as in small autograd libraries, an iterative order
class Value:
    def __init__(self, data, parents=(), pull=None):
        self.data = data
        self.grad = 0.0
        self._parents = parents
        self._pull = pull

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        def pull(g):
            self.grad += g
            other.grad += g
        return Value(self.data + other.data, (self, other), pull)

    def __mul__(self, other):
        def pull(g):
            self.grad += g * other.data
            other.grad += g * self.data
        return Value(self.data * other.data, (self, other), pull)

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            node, done = stack.pop()
            if done:
                order.append(node)
            elif id(node) not in seen:
                seen.add(id(node))
                stack.append((node, True))
                stack.extend((p, False) for p in node._parents)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            if node._pull is not None:
                node._pull(node.grad)


# %% wrong: every path by itself, and nothing is set back (two mistakes)
class Value:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0
        self.prev = []

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        new = Value(self.data + other.data)
        new.prev = [(self, 1.0), (other, 1.0)]
        return new

    def __mul__(self, other):
        new = Value(self.data * other.data)
        new.prev = [(self, other.data), (other, self.data)]
        return new

    def backward(self, g=1.0):
        self.grad += g
        for v, d in self.prev:
            v.backward(g * d)


# %% right: stores closures, iterative topological order by counting users
class Value:
    def __init__(self, data, pairs=()):
        self.data = data
        self.grad = 0.0
        self.pairs = pairs

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        users = {}
        nodes = {id(self): self}
        stack = [self]
        while stack:
            v = stack.pop()
            for u, _ in v.pairs:
                users[id(u)] = users.get(id(u), 0) + 1
                if id(u) not in nodes:
                    nodes[id(u)] = u
                    stack.append(u)
        for v in nodes.values():
            v.grad = 0.0
        self.grad = 1.0
        ready = [self]
        while ready:
            v = ready.pop()
            for u, d in v.pairs:
                u.grad += v.grad * d
                users[id(u)] -= 1
                if users[id(u)] == 0:
                    ready.append(u)


# %% wrong: gradients not set to zero before a second backward
class Value:
    def __init__(self, data, made=None):
        self.data = data
        self.grad = 0.0
        self.made = made or []

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        out = Value(self.data + other.data)
        out.made = [(self, 1.0), (other, 1.0)]
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data)
        out.made = [(self, other.data), (other, self.data)]
        return out

    def backward(self):
        topo = []
        def build(node):
            if node not in topo:
                for child, _ in node.made:
                    build(child)
                topo.append(node)
        build(self)
        self.grad = 1.0
        for node in topo[::-1]:
            for child, local in node.made:
                child.grad += local * node.grad


# %% wrong: two mistakes: gradients are not reset, and a sum hands on the other summand's data
class Value:
    def __init__(self, data, back=()):
        self.data = data
        self.grad = 0.0
        self.back = back

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, other.data), (other, self.data)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def backward(self):
        topo, done = [], set()

        def dfs(v):
            if v in done:
                return
            done.add(v)
            for u, _ in v.back:
                dfs(u)
            topo.append(v)

        dfs(self)
        self.grad = 1.0
        for v in topo[::-1]:
            for u, d in v.back:
                u.grad += d * v.grad


# %% wrong: backward is forgotten: it only sets the gradient of the end to 1 and hands nothing back
class Value:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data)

    def __mul__(self, other):
        return Value(self.data * other.data)

    def backward(self):
        self.grad = 1.0


# %% wrong: the sum changes its left operand
class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, list(parents)

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        old = Value(self.data, self.parents)
        self.data = self.data + other.data
        self.parents = [(old, 1.0), (old if other is self else other, 1.0)]
        return self

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def backward(self):
        order = []
        def visit(v):
            if v not in order:
                for p, _ in v.parents:
                    visit(p)
                order.append(v)
        visit(self)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for p, d in v.parents:
                p.grad += v.grad * d


# %% wrong: gradients not reset, and no arrow to the second operand of a sum
class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, parents

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def backward(self):
        order = []
        def visit(v):
            if v not in order:
                for p, _ in v.parents:
                    visit(p)
                order.append(v)
        visit(self)
        self.grad = 1.0
        for v in reversed(order):
            for p, d in v.parents:
                p.grad += v.grad * d
