# attempts = "hands in a file that says it has a terabyte"
# refused = "unreadable"


def make(folder, released):
    with open(folder / "gradient-descent.ipynb", "wb") as file:
        file.truncate(2**40)
