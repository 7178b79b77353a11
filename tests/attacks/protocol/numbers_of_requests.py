# attempts = "answers with numbers of requests that are no such numbers: none, another, truth, fractions, arrays, texts"
# states = { loss = "error", d_loss = "error", closed_form = "error", regime = "error" }
# with = "forge"

# %%
def answering(number):
    """Answer every call in this way from now on."""
    old = shell.Worker.answer
    def answer(self, request):
        if request["do"] != "call":
            return old(self, request)
        self.request = request["request"]
        reply = {"value": 1.0, "after": [None] * len(request["args"]), "warned": False, "request": number(self.request)}
        self.data.send(reply if reply["request"] != "none" else {"value": 1.0}, handle=self.hold)
    shell.Worker.answer = answer
answering(lambda number: "none")

# %% exercise="loss"
def loss(w):
    return w**2 + 12

# %%
answering(lambda number: [[number], 2**70, -number, str(number), number + 0.5, True, None, {number: number}][number % 8])

# %% exercise="d_loss"
def d_loss(w):
    return 2 * w

# %%
answering(lambda number: np.array([number, number]))

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    return w0 * (1 - 2 * learning_rate) ** k

# %%
answering(lambda number: np.array([], np.int64))

# %% exercise="regime"
def regime(learning_rate):
    return "monotone"
