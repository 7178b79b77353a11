# attempts = "writes points into the gradebook"
# never = 'written'

# %%
import os, sqlite3
places = ["@ROOT@/gradebook.db", "@REPO@/gradebook.db", "/gradebook.db", "../../gradebook.db"]
for path in places:
    try:
        with sqlite3.connect(f"file:{path}?mode=rw", uri=True) as book:
            book.execute("UPDATE grade SET auto_score = 100, manual_score = 100, needs_manual_grade = 0")
            print("written", path)
    except sqlite3.Error as error:
        print(type(error).__name__)
try:
    from nbgrader.api import Gradebook
    with Gradebook("sqlite:////@ROOT@/gradebook.db") as book:
        book.add_student("ghost")
except Exception as error:
    print(type(error).__name__)
