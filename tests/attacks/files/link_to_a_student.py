# attempts = "makes its whole folder a link to Alice's"
# refused = "unreadable"


def make(folder, released):
    folder.rmdir()
    folder.parent.rmdir()
    folder.parent.symlink_to("alice")
