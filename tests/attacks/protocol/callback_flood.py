# attempts = "calls functions of the judge that it was not given, and does so without end"
# with = "forge"

# %% exercise="gradient_descent"
def gradient_descent(grad, w0, learning_rate, n_steps):
    for number in (0, 1, 2**40, -1, 0.5, None, "0", True):
        say({"callback": number, "args": [[[1.0] * 1000] * 100], "kwargs": {"w": 1, "__class__": 2}})
    while True:
        CHANNEL.socket.setblocking(True)
        CHANNEL.socket.sendall(message('["callback",{"i":"0x0"}],["args",{"l":[{"f":"0x1p0"}]}]') * 1000)
