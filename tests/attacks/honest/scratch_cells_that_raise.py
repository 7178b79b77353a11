# attempts = "is honest; its own scratch cells raise, also with a syntax error"
# base = "alice"
# earns = "all"

# %%
1 / 0
# %%
def unfinished(
# %%
undefined_name + 1
# %%
assert loss(2) == 5
# %%
input("your name? ")
