"""What a class has done, from records and gradebook: pages, tables, item analysis, similarity, answers in words.

For instructors. It judges nothing and changes no mark but those that a person gives.
"""
