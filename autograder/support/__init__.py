"""What every wing uses and none owns: files that are whole or not there, locks, scratch folders, sanitised text.

Anybody may import it; it imports nothing of the others, and knows no exercise, no class and no nbgrader.
"""
