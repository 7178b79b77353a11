# attempts = "hands in a symbolic link to Alice's notebook"
# refused = "unreadable"


def make(folder, released):
    (folder / "gradient-descent.ipynb").symlink_to("../../alice/04-gradient-descent/gradient-descent.ipynb")
