# attempts = "sends one byte of an answer every half second, and prints as slowly"
# with = "forge"

# %% exercise="loss"
def loss(w):
    for byte in message('["value",{"f":"0x1p0"}]'):
        send(bytes([byte]))
        time.sleep(0.5)

# %%
while True:
    print(".", end="", flush=True)
    time.sleep(0.2)
