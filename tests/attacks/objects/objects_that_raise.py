# attempts = "returns objects whose every use raises, in the hope for an error of the grader"
# states = { loss = "wrong", d_loss = "wrong", descend_safely = "wrong" }

# %% exercise="loss"
class Angry:
    def __len__(self): raise IndexError
    def __getitem__(self, key): raise KeyError
    def __float__(self): raise MemoryError
    def __eq__(self, other): raise SystemExit
    def __bool__(self): raise KeyboardInterrupt
    def __add__(self, other): raise RecursionError
    __hash__ = None
def loss(w):
    return Angry()

# %% exercise="d_loss"
def d_loss(w):
    return [Angry(), Angry()]

# %% exercise="descend_safely"
def descend_safely(*a):
    return (Angry(), Angry(), Angry())

# %% exercise="regime"
def regime(learning_rate):
    return {Angry: Angry()}
