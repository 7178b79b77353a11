# attempts = "hands in a link to itself"
# refused = "unreadable"


def make(folder, released):
    (folder / "gradient-descent.ipynb").symlink_to("gradient-descent.ipynb")
