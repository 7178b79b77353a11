# attempts = "hands in a folder with the notebook's name"
# refused = "unreadable"


def make(folder, released):
    (folder / "gradient-descent.ipynb" / "gradient-descent.ipynb").mkdir(parents=True)
