from __future__ import annotations

from reference.work_orders import forms
from tests.broken._starting import replace, start

RULE = "An order has a title. This platform makes one up."
REQUIREMENTS = ("WO-016",)
SCENARIOS = ("An order without a title is not drafted",)


class NewWorkOrder(forms.NewWorkOrder):
    title: str = "Untitled"


if __name__ == "__main__":
    replace(forms, "NewWorkOrder", NewWorkOrder)
    start()
