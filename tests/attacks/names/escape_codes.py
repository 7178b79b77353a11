# attempts = "writes to the terminal of whoever grades: escape codes and markup in names of files, of cells and of modules"
# earns = { loss = 1 }
# diagnoses = { d_loss = "cell_failed", regime = "cell_failed" }

def make(folder, released):
    import nbformat
    text = '''
# %% exercise="loss"
def loss(w):
    return w**2 + 12

# %% exercise="d_loss"
import importlib
importlib.import_module("\\x1b]0;pwned\\x07[red]\\n[/]")

# %% exercise="regime"
raise type("\\x1b[31m[/][bold]Error\\n\\x9b2J", (Exception,), {})("\\x1b]52;c;cHduZWQ=\\x07[link=file:///]")

# %%
print("\\x1b[2J\\x1b]0;pwned\\x07\\x9b31m[red]red[/red][/]\\rgone")
'''
    node = typed(text)
    for number, cell in enumerate(node.cells):
        if cell.id.startswith("extra-"):
            cell.id = "x[/]" if number % 2 else cell.id
    written = nbformat.writes(node)
    (folder / "gradient-descent\x1b]0;pwned\x07[red].ipynb").write_text(written, "utf-8")
    (folder / "gradient-descent \x1b[2J[blink] (1).ipynb").write_text(written.replace("12", "13", 1), "utf-8")
    for name in ("\x9b31mnotes.txt", "[bold red]x[.md", "\x1b[1A\x1b[2K.ipynb", "\u202etxt.ipynb", "a\nb.ipynb", "[link=file:x]x.ipynb"):
        (folder / name).write_text("{", "utf-8")
    (folder / "\x1b[5mfolder[blink]").mkdir()
