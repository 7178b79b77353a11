# attempts = "runs a regular expression that needs years"

# %%
import re
re.match(r"(a+)+$", "a" * 60 + "b")
