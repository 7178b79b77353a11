# attempts = "copies the answers of the student before it"
# never = 'stolen [1-9]'

# %%
import glob, json
stolen = 0
for path in ["@ROOT@/submitted/alice/04-gradient-descent/gradient-descent.ipynb", *glob.glob("@ROOT@/**/*.ipynb", recursive=True), *glob.glob("../*/*/*.ipynb"), *glob.glob("/tmp/**/*.ipynb", recursive=True)]:
    if "site-packages" in path:  # what comes with the packages is nobody's
        continue
    try:
        for cell in json.load(open(path))["cells"]:
            if cell["cell_type"] == "code":
                exec("".join(cell["source"]), globals())
        stolen += 1
    except (OSError, ValueError):
        pass
print("stolen", stolen)
