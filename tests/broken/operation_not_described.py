from __future__ import annotations

from reference.core import application
from tests.broken._starting import replace, start

RULE = "The description lists every operation. This platform's forgets the change of the password."
REQUIREMENTS = ("API-003",)
SCENARIOS = ("The description lists every operation on people and their accounts",)

describe = application.description


def description(app):
    described = describe(app)
    del described["paths"]["/api/v2/me/password"]
    return described


if __name__ == "__main__":
    replace(application, "description", description)
    start()
