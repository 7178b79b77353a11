# attempts = "prints words of twenty thousand joining letters, which a browser shapes again at every line"

import nbformat


def make(folder, released):
    words = ("\\u0628", "\\u0646\\u0633\\u062a\\u0639\\u0644\\u06cc\\u0642", "\\u0640", "\\u0643\\u00ad", "\\u1100")
    for number in range(100):
        released.cells.append(nbformat.v4.new_code_cell(f'print(("{words[number % 5]}" * 20_000)[:20_000])', id=f"word-{number}"))
    nbformat.write(released, folder / "gradient-descent.ipynb")
