# attempts = "locks the gradebook so that nobody's points can be written"
# never = 'locked'

# %%
import fcntl, os, sqlite3
held = []
for path in ("@ROOT@/gradebook.db", "@ROOT@/gradebook.db-journal", "@ROOT@/.course_key"):
    try:
        held.append(os.open(path, os.O_RDWR | os.O_CREAT))
        fcntl.lockf(held[-1], fcntl.LOCK_EX | fcntl.LOCK_NB)
        print("locked", path)
    except OSError as error:
        print(error.errno)
try:
    book = sqlite3.connect("@ROOT@/gradebook.db")
    book.execute("BEGIN EXCLUSIVE")
    print("locked")
except sqlite3.Error as error:
    print(type(error).__name__)
