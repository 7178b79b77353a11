"""names of students and of class folders: Cyrillic, apostrophes, blanks, dots, brackets, letters of a Mac"""

from __future__ import annotations

import unicodedata

from ..accident import accident
from ..learner import Work


@accident("the student is called Иванов Пётр", loaded=False)
def cyrillic(work: Work) -> None:
    work.student = "Иванов Пётр"


@accident("the student's folder comes from a Mac: Андрей Королёв, decomposed", loaded=False)
def decomposed(work: Work) -> None:
    work.student = unicodedata.normalize("NFD", "Андрей Королёв")


@accident("the student is called O'Connor, Anna", loaded=False)
def apostrophe(work: Work) -> None:
    work.student = "O'Connor, Anna"


@accident("the student's name has dots, a plus and an at sign", loaded=False)
def signs(work: Work) -> None:
    work.student = "a.b.student+ml@uni.example"


@accident(
    "the class folder has a name with brackets, commas, apostrophes or decomposed letters",
    units="02 05 07 09",
    notebooks=4,
    loaded=False,
)
def class_folder(work: Work) -> None:
    work.others["notes.txt"] = work.unit.encode()
