# attempts = "hands in a folder without the notebook"
# refused = "absent"


def make(folder, released):
    (folder / "gradient_descent (1).ipynb").write_text("{}")
