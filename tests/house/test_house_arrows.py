"""The house keeps its order: imports go one way, and nothing stands where it does not belong."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
STEPS = sorted((PROJECT / "steps").glob("*.py"))


def test_imports_keep_the_arrows_between_the_layers():
    answer = subprocess.run([Path(sys.executable).parent / "lint-imports"], cwd=PROJECT, capture_output=True, text=True,
                            check=False)

    assert answer.returncode == 0, answer.stdout


def test_an_arrow_the_wrong_way_is_noticed(tmp_path):
    """A driver that knows an area, put beside the real ones in a copy of the house."""
    import shutil

    for name in ("support", "steps", "reference"):
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    (tmp_path / "support/drivers/knowing.py").write_text("from support.domain.missions import Missions\n")
    answer = subprocess.run([Path(sys.executable).parent / "lint-imports"], cwd=tmp_path, capture_output=True, text=True,
                            check=False, env={"PYTHONPATH": str(tmp_path)})

    assert answer.returncode == 1
    assert "support.drivers.knowing -> support.domain.missions" in " ".join(answer.stdout.split())


def test_environment_py_only_hands_over():
    imports, guard, *hooks = ast.parse((PROJECT / "environment.py").read_text()).body[1:]

    assert isinstance(imports, ast.ImportFrom)
    assert isinstance(guard, ast.Expr)  # says what to do where another runner than the suite's reads this
    assert all(isinstance(each, ast.FunctionDef) and len(each.body) <= 3 for each in hooks)


def test_nothing_but_world_is_put_on_context():
    places = [f"{path}:{node.lineno}" for path in [*(PROJECT / "steps").glob("*.py"), PROJECT / "environment.py"]
              for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Assign)
              for target in node.targets if isinstance(target, ast.Attribute)
              and isinstance(target.value, ast.Name) and target.value.id == "context" and target.attr != "world"]

    assert places == []


def test_no_step_waits_a_guessed_time():
    places = [str(path) for path in (PROJECT / "steps").glob("*.py") if "sleep" in path.read_text()]

    assert places == []


@pytest.mark.parametrize("path", STEPS, ids=lambda path: path.name)
def test_steps_are_short(path):
    long = [f"{node.name}: {len(node.body)} statements" for node in ast.parse(path.read_text()).body
            if isinstance(node, ast.FunctionDef) and len(node.body) > 4]

    assert long == []
