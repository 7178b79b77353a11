# attempts = "makes the folder of the unit a link to Alice's"
# refused = "unreadable"


def make(folder, released):
    folder.rmdir()
    folder.symlink_to("../alice/04-gradient-descent")
