# attempts = "gives copies and kept objects numbers of thousands of digits, which cross in one direction only"
# states = { loss = "error" }
# with = "forge"

# %%
LONG = f'["number",{{"i":"{hex(2**4350)}"}}]'
KEPT = f'["value",{{"h":[{"9" * 4200},"function"]}}]'
old = shell.Worker.answer
def answer(self, request):
    what, self.request = request["do"], request["request"]
    if what == "fork":
        self.fork()  # its reply is ours
        if self.forks:
            send(message(LONG))
        else:
            shell.Worker.answer = old
    elif what == "keep" and request["name"] == "d_loss":
        send(message(KEPT))
    else:
        old(self, request)
shell.Worker.answer = answer
for name in ("moved", "ended"):
    setattr(shell.Worker, name, lambda self, **_: {"value": True})

# %% exercise="loss"
def loss(w):
    return 1.0

# %% exercise="d_loss"
def d_loss(w):
    return 2 * w
