"""What stands in nbgrader's place when its commands and the formgrader run: the judge, one transaction, safe pages.
"""
