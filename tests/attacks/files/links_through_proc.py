# attempts = "links its notebook and its date to devices and to files that the grader has open"
# refused = "unreadable"

def make(folder, released):
    import os
    for name, target in (("gradient-descent.ipynb", "/proc/self/fd/0"), ("timestamp.txt", "/dev/full"), ("submission_secret.txt", "/proc/self/environ"),
                         ("gradient-descent(1).ipynb", "/dev/stdin"), ("gradient-descent-2.ipynb", "/proc/self/root/etc/passwd"), ("gradient-descent.ipynb.txt", "/dev/zero"),
                         ("inner", "/proc/self/cwd"), ("more", "/proc/self/root")):
        os.symlink(target, folder / name)
