# attempts = "sends arrays where the judge expects words, numbers and lists: kinds of errors, names, how copies ended"
# states = { loss = "error", d_loss = "error", closed_form = "error", fooling_rate = "error" }
# with = "forge"

# %%
TWO = np.array([1, 2])
def instead(name, reply):
    setattr(shell.Worker, name, lambda self, *_, **__: reply)
instead("uses", {"value": [TWO, [TWO], {"a": TWO}]})
instead("cause", {"raised": [TWO], "within": TWO})
instead("ended", {"value": TWO})
instead("moved", {"value": TWO})

# %%
raise ValueError

# %% exercise="loss"
def loss(w):
    os._exit(0)

# %% exercise="d_loss"
def d_loss(w):
    shell.Worker.call = lambda self, **_: {"raised": [TWO, TWO], "within": TWO, "after": TWO, "warned": TWO}
    raise ValueError

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    return loss and 1.0

# %%
old = shell.Worker.answer
def answer(self, request):
    if request["do"] == "call":
        self.data.send({"raised": [TWO, TWO], "within": TWO, "request": request["request"]})
    else:
        old(self, request)
shell.Worker.answer = answer

# %% exercise="fooling_rate"
def fooling_rate(w0, eps):
    return 1.0

# %%
shell.Shown.outputs = lambda self: [{"name": TWO, "text": TWO}, {"png": [TWO]}, TWO, {TWO.size: TWO}, [TWO]]

# %%
shell.Worker.cell = lambda self, **_: {"outputs": TWO, "failed": TWO}
