"""A class from the learning platform and back: collect, grade, keep records, give back, hand out.

For instructors. ``autograder.nbgrader`` is its other half: what it does inside nbgrader's own commands.
"""
