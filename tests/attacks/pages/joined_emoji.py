# attempts = "prints one emoji that is joined of ten thousand, flags without an end, and tags on tags"

# %%
for n in range(400):
    print(("\U0001f469\u200d\U0001f680\u200d" * 5000)[:n * 50])

# %%
print("\U0001f1e9" * 20_000)

# %%
print("\U0001f3f4" + "\U000e0067" * 19_000)

# %%
print("\u6f22\U0001f600" * 10_000)

# %%
print("x\ufe0f\u20e3\u200b\u2060" * 4_000)
