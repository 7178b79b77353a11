# attempts = "prints hundreds of megabytes"

# %%
for _ in range(100):
    print("x" * 10**6)
# %%
import sys
for _ in range(200_000):
    print("line\n", file=sys.stderr)
# %%
for _ in range(2000):
    display("y" * 5000)
# %%
raise RuntimeError("z" * 10**7)
