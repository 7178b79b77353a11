# attempts = "hides escape codes, markup and turned text in its prose, its code and the names of its errors"
# earns = { loss = 1 }

# %% [markdown]
# [2J]0;pwned[red]red[/red] [/] ‮turned⁦ ​ ﻿ &#27;[31m &lrm; \x1b[0m

# %% exercise="loss"
def loss(w):
    return w**2 + 12  # [31m ‮ }21 + 2**w nruter

# %%
raise type("‮Error[31m", (ValueError,), {})("[2J[/]" + chr(27) + "]8;;http://x" + chr(7))
