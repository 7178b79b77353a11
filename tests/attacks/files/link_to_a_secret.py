# attempts = "hands in a link to a file of the instructor"
# refused = "unreadable"


def make(folder, released):
    (folder / "gradient-descent.ipynb").symlink_to("@REPO@/source/en/04-gradient-descent/gradient-descent.ipynb")
