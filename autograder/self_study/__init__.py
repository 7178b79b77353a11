"""The judge for somebody who studies alone: their own copy is graded, and stays as it is.
"""
