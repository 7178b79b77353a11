# attempts = "is honest; numpy and its own code warn on stderr"
# base = "alice"
# earns = "all"

# %%
import sys, warnings
warnings.warn("careful")
print("to the error stream", file=sys.stderr)
np.log(np.array([0.0, -1.0])), np.array([1.0]) / 0
