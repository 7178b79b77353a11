"""cells of the learner's own: errors, endless loops, exits, settings, threads, other programs"""

from __future__ import annotations

from ..accident import accident
from ..learner import Work


@accident("cells that raise, cannot be parsed, or ask for input")
def errors(work: Work) -> None:
    work.above_answer(work.some(), "1 / 0")
    work.below_check(work.some(), "for i in range(3)\n    print(i)")
    work.last("name = input('name? ')\nraise ValueError(name)")


@accident("a cell that never ends")
def endless(work: Work) -> None:
    work.below_check(
        work.some(),
        """
        w = 5.0
        while w != 0:
            w = w - 2 * 1.0 * w
        """,
    )


@accident("a table of 120 000 characters, pasted into a cell", says=("cell_left_out",))
def pasted_data(work: Work) -> None:
    work.below_check(work.some(), 'table = """' + "1.25,3.5,7\\n" * 12_000 + '"""')


@accident("a cell that sleeps for an hour, and exit() at the end")
def sleeps(work: Work) -> None:
    work.last("import time\ntime.sleep(3600)")
    work.last("exit()")


@accident("quit(), sys.exit() and os._exit() in cells of the learner's own")
def exits(work: Work) -> None:
    work.above_answer(work.some(), "import sys\nsys.exit()")
    work.below_check(work.some(), "quit()")
    work.last("import os\nos._exit(0)")


@accident("a cell that takes 300 MB and more with an array")
def memory(work: Work) -> None:
    work.below_check(work.some(), "big = np.ones((40, 2**20))\nprint(big.nbytes)")
    work.last("import numpy as np\nhuge = np.ones(2**40)")


@accident("a recursion without end, in Python and through a sort")
def recursion(work: Work) -> None:
    work.below_check(
        work.some(),
        """
        def deeper(n):
            return deeper(n + 1) + 1


        deeper(0)
        """,
    )


@accident("the random numbers are seeded at the beginning and in the middle")
def seeds(work: Work) -> None:
    work.above_answer(
        work.exercises[0],
        """
        import random

        random.seed(42)
        np.random.seed(42)
        rng = np.random.default_rng(0)
        """,
    )
    work.below_check(work.some(), "np.random.seed(0)\nnp.random.normal(size=3)")


@accident("the last cell lets NumPy raise and turns warnings into errors")
def strict_numpy(work: Work) -> None:
    work.last(
        """
        np.seterr(all='raise')
        import warnings
        warnings.simplefilter('error')
        """,
    )


@accident("numbers are printed with two digits, warnings are switched off, pictures go elsewhere")
def settings(work: Work) -> None:
    work.above_answer(
        work.exercises[0],
        """
        import os, sys, warnings
        import matplotlib
        import numpy as np

        np.set_printoptions(precision=2, suppress=True)
        warnings.filterwarnings('ignore')
        matplotlib.use('agg')
        sys.setrecursionlimit(10_000)
        os.environ['OMP_NUM_THREADS'] = '4'
        sys.path.insert(0, '..')
        sys.path.append('/content')
        """,
    )


@accident("print is replaced by one that also writes a log, and display by one that writes nothing")
def own_print(work: Work) -> None:
    work.above_answer(
        work.exercises[0],
        """
        import builtins

        log = []
        old_print = builtins.print


        def print(*args, **kwargs):
            log.append(args)
            old_print('>', *args, **kwargs)


        display = log.append
        """,
    )


@accident("a coroutine is defined and awaited, and a task of it is left")
def coroutine(work: Work) -> None:
    work.below_check(
        work.some(),
        """
        import asyncio


        async def slowly(k):
            await asyncio.sleep(0.01)
            return k


        await slowly(3)
        task = asyncio.ensure_future(slowly(4))
        """,
    )


@accident("threads count and print while the rest of the notebook runs")
def threads(work: Work) -> None:
    work.above_answer(
        work.some(),
        """
        import threading, time


        def tick():
            for k in range(100):
                time.sleep(0.01)
                print(k, end=' ')


        threading.Thread(target=tick, daemon=True).start()
        """,
    )


@accident("processes of multiprocessing, a shell, and cells in other languages")
def other_programs(work: Work) -> None:
    work.below_check(
        work.some(),
        """
        from multiprocessing import Pool

        with Pool(2) as pool:
            print(pool.map(abs, [-1, 2]))
        """,
    )
    work.last("!ls -la")
    work.last("%%bash\nfor i in 1 2 3; do echo $i; done")
    work.last("%%html\n<b>done</b>")


@accident("a picture is drawn fifty times, and shown in every way")
def pictures(work: Work) -> None:
    work.below_check(
        work.some(),
        """
        import matplotlib.pyplot as plt
        for k in range(12):
            plt.figure(figsize=(3, 2))
            plt.plot([k, 2])
        plt.show()
        """,
    )


@accident("files are written beside the notebook and read again")
def own_files(work: Work) -> None:
    work.below_check(
        work.some(),
        r"""
        with open('results.txt', 'w', encoding='utf-8') as file:
            file.write('η = 0.1\n')
        print(open('results.txt').read())
        np.save('w.npy', np.ones(3))
        print(np.load('w.npy'))
        open('../data/lost.csv')
        """,
    )


@accident("a request to the network, which is not there")
def network(work: Work) -> None:
    work.below_check(
        work.some(),
        """
        import urllib.request

        print(urllib.request.urlopen('https://example.com', timeout=3).read()[:100])
        """,
    )


@accident("cells that only show something are changed: other numbers, half a line, names that are not there")
def reading_cells_changed(work: Work) -> None:
    for number, cell in enumerate(work.reading()):
        if cell.id.startswith("figure"):
            continue
        cell.source = ("# " + cell.source.replace("\n", "\n# "), cell.source + "\nplt.plot(", f"w_old\n{cell.source}")[
            number % 3
        ]


@accident("a debugger, a timer, help and a profile are called in cells of the learner's own")
def tools(work: Work) -> None:
    name = work.some()
    work.below_check(name, f"%timeit -n 1 -r 1 sum(range(10))\n{name}?\nhelp({name})\n%pinfo {name}")
    work.last("breakpoint()")
    work.last("%debug")
    work.last(
        """
        %prun sum(range(10))
        %who
        %history -n 1
        """,
    )
