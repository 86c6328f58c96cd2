"""Sets the papers of a folder with typst and tells what that took, as the product's own bench does.

typst_paper.py TEMPLATE FONTS FOLDER [PDF]: the folder holds 0.json, 1.json ...; the first is the
cold one. The first paper's PDF is kept where PDF says.
"""

import json
import pathlib
import resource
import sys
import time


def taken(work):
    cpu, wall = time.process_time(), time.perf_counter()
    given = work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return given, {"wall": wall * 1e3, "cpu": cpu * 1e3}


def main(template, fonts, folder, keep=None):
    papers = sorted(pathlib.Path(folder).glob("*.json"), key=lambda path: int(path.stem))
    contents = [path.read_text(encoding="utf-8") for path in papers]

    def start():
        import typst

        faces = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
        )
        compiler = typst.Compiler(
            input=template, font_paths=faces, ignore_system_fonts=True
        )
        return compiler, make(compiler, contents[0])

    def make(compiler, content):
        return compiler.compile(
            format="pdf", sys_inputs={"content": content}, pdf_tags=False
        )

    (compiler, first), cold = taken(start)
    warm = [taken(lambda: make(compiler, content))[1] for content in contents[1:]]
    if keep:
        pathlib.Path(keep).write_bytes(first)
    print(
        json.dumps(
            {
                "cold": cold,
                "warm": warm,
                "bytes": len(first),
                "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
            }
        )
    )


main(*sys.argv[1:])
