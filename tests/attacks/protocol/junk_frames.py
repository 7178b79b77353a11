# attempts = "sends frames that are no messages: too long, cut off, deeply nested, wrong types, wrong sizes"
# with = "forge"

# %%
import random
JUNK = [
    struct.pack("<I", 2**32 - 1), b"\0" * 100, frame("[" * 100_000), frame("{}"), frame("null"), frame('{"i":"' + "f" * 10**6 + '"}'),
    frame('{"a":["<f8",[1000000000],1]}', b"x" * 8), frame('{"a":["|O8",[1],1]}', b"x" * 8), frame('{"h":[-1,"function"]}'),
    frame('{"a":["<f8",[-1],1]}', b""), frame('{"f":"nan"}'), frame('{"l":[' + ",".join(["null"] * 300_000) + "]}"), frame(b"\xff\xfe\x00"),
    message('[{"l":[]},null]'), message('["value",{"f":"nan"}]'), message('["value",{"d":[[{"t":[{"l":[]}]},null]]}]'), frame('{"i":1e999}'), frame("9" * 5000), frame('"\\ud800"'), random.Random(1).randbytes(10_000),
]

# %% exercise="loss"
def loss(w):
    send(JUNK[0])

# %% exercise="d_loss"
def d_loss(w):
    send(JUNK[2])

# %%
send(b"".join(JUNK[1:]))
