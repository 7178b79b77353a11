# attempts = "has a name that is markup for the terminal: colours and a link"
# student = "[red]m[bold][link=x]"
# graded = false

# %% exercise="loss"
def loss(w):
    return w**2 + 12
