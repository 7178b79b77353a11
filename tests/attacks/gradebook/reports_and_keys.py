# attempts = "reads the key of the class and writes reports, graded notebooks and feedback"
# never = 'written (?!/tmp/)|read'

# %%
import glob, json, os
for path in ("@ROOT@/.course_key", *glob.glob("@ROOT@/report/*/*.json")):
    try:
        print("read", open(path).read())
    except OSError as error:
        print(error.errno)
for path in ("@ROOT@/report/04-gradient-descent/m-gradebook-reports_and_keys.json", "@ROOT@/autograded/x.ipynb", "@ROOT@/feedback/x.html",
             "@REPO@/autograder/judging/judge.py", "@REPO@/nbgrader_config.py", "@REPO@/course/check.py", "@REPO@/.venv/lib/python3.11/site-packages/zz.pth"):
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "a") as file:
            file.write('{"score": 20}')
        print("written", path)
    except OSError as error:
        print(error.errno)
