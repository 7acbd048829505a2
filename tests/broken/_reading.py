"""What broken variants say of themselves, read without running them."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Variant:
    """One module of this folder: the rule that it breaks, the requirements that promise it, and who must notice."""

    name: str
    rule: str
    requirements: tuple[str, ...]
    scenarios: tuple[str, ...]
    missing: str = ""

    @property
    def words(self) -> str:
        """``pause_keeps_surveying (MIS-007)``"""
        return f"{self.name} ({', '.join(self.requirements)})"


def files(folder: Path = FOLDER) -> list[Path]:
    """The modules that are variants, in the order of their names."""
    return sorted(path for path in folder.glob("*.py") if not path.stem.startswith("_"))


def constants(file: Path) -> dict[str, Any]:
    """The plain constants at the top of a variant.

    :raises ValueError: when it is no Python, or a constant is not plain; names the file.
    """
    found = {}
    try:
        for node in ast.parse(file.read_text()).body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id.isupper():
                found[node.targets[0].id] = ast.literal_eval(node.value)
    except (SyntaxError, ValueError) as fault:
        raise ValueError(f"{file} cannot be read: {fault}") from fault
    return found


def variants(folder: Path = FOLDER) -> list[Variant]:
    """All of them.

    :raises ValueError: when one does not say what it must; names it.
    """
    return [_variant(file) for file in files(folder)]


def _variant(file: Path) -> Variant:
    said = constants(file)
    absent = [name for name in ("RULE", "REQUIREMENTS", "SCENARIOS") if name not in said]
    if absent:
        raise ValueError(f"{file} does not say its {' and '.join(absent)}")
    return Variant(file.stem, said["RULE"], tuple(said["REQUIREMENTS"]), tuple(said["SCENARIOS"]), said.get("MISSING", ""))
