# attempts = "is honest; works in the Russian notebook, with Russian names"
# base = "alice"
# lang = "ru"
# earns = "all"

# %% exercise="loss"
def потери(вес):
    return вес**2 + 12
loss = потери
print("готово ✓", потери(1))
