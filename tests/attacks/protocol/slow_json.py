# attempts = "sends JSON that is slow to read: numbers of thousands of digits, escapes, colliding names, repeated keys"
# states = { loss = "error", d_loss = "error", closed_form = "error", regime = "error", fooling_rate = "error" }
# with = "forge"

# %% exercise="loss"
def loss(w):
    send(message('["value",{"l":[' + ",".join(["9" * 4300] * 900) + "]}]"))

# %% exercise="d_loss"
def d_loss(w):
    send(message('["value",{"f":' + "0." + "1" * (4 * 10**6) + "e-9}]"))

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    send(message('["value","' + "\\\\u0041" * 600_000 + '"]'))

# %% exercise="regime"
def regime(learning_rate):
    send(message('["value",{' + ",".join('"k%d":0' % k for k in range(300_000)) + "}]"))

# %% exercise="fooling_rate"
def fooling_rate(w0, eps):
    send(message('["value",' + '{"l":[' * 200_000 + "]}" * 200_000 + "]"))
