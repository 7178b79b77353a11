"""Everything that runs inside the sandbox. It holds no secret: learner code can read all of it.

``warm`` is the process that starts once, imports numpy and pyplot, and forks one child per submission;
``jail`` takes everything away from the child; ``shell`` runs the learner's cells and answers the judge;
``codec`` and ``channel`` are the language the two sides speak.
"""
