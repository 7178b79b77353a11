"""What grading costs: this course, stock nbgrader, Otter-Grader, and the least it can cost, in one run on one machine.

``python -m bench`` says how it is called, ``docs/scaling.md`` how it is measured.
"""
