"""Where behave has to be started, and by which runner: it finds its configuration in the present folder alone."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import NoReturn

EXIT_USAGE = 2


def require_own_runner(environment_file: str) -> None:
    """Called while ``environment_file`` is loaded: behave's own runner would load it when it did not find our
    configuration, and then stumble over the first step.

    :raises SystemExit: 2, after one line that says what to do.
    """
    runner = sys.modules.get("support.running.runner")
    if runner is None or not runner.AcceptanceRunner.at_work:
        _refuse(Path(environment_file).absolute().parent)


def _refuse(folder: Path) -> NoReturn:
    arguments = shlex.join(_seen_from(folder, each) for each in sys.argv[1:])
    sys.stderr.write(f"Not run: behave was not started in {folder}, where its configuration is. "
                     f"Do this: cd {shlex.quote(str(folder))} && behave {arguments}".rstrip() + "\n")
    raise SystemExit(EXIT_USAGE)


def _seen_from(folder: Path, argument: str) -> str:
    """A path of the command line as it is called in ``folder``; anything else as it is."""
    path, colon, line = argument.partition(":")
    if argument.startswith("-") or not Path(path).exists():
        return argument
    return os.path.relpath(Path(path).resolve(), folder.resolve()) + colon + line
