# attempts = "uses magics that write files, run other kernels, load code and shell out"

# %%
%%writefile /tmp/home/course.py
def check(f): return 1.0

# %%
%%bash
echo 'print("1.0")' > sitecustomize.py; pwd; kill -9 $PPID; exit 0

# %%
%run /tmp/home/course.py
!cat /etc/shadow @REPO@/autograder/exercises/*.py @ROOT@/gradebook.db
%load @REPO@/autograder/judging/judge.py

# %%
%config InteractiveShell.ast_node_interactivity = "all"
%reset -f
