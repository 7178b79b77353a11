# attempts = "names another kernel, language and file of commands"

import nbformat


def make(folder, released):
    released.metadata.kernelspec = {"name": "bash", "display_name": "<script>1</script>", "language": "bash", "argv": ["sh", "-c", "touch /tmp/pwned"]}
    released.metadata.language_info = {"name": "R", "file_extension": "../../x", "pygments_lexer": "html", "nbconvert_exporter": "script"}
    released.metadata.course = {"lang": "../../ru", "unit": "99-other"}
    released.metadata.title = "<script>window.pwned = 1</script>"
    released.metadata.widgets = {"application/vnd.jupyter.widget-state+json": {"state": {}, "version_major": 2, "version_minor": 0}}
    nbformat.write(released, folder / "gradient-descent.ipynb")
