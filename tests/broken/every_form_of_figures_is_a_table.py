from __future__ import annotations

from reference.analytics import api
from tests.broken._starting import replace, start

RULE = "There are two forms of files. This platform makes a table of every other."
REQUIREMENTS = ("ANA-016",)
SCENARIOS = ("There are two forms of files, and no other",)

query = api.Call.query


def as_a_table(call, model):
    if model is api.Export:
        asked = dict(call.request.query_params)
        if asked.get("format") not in api.FORMATS:
            return model(format="csv")
    return query(call, model)


if __name__ == "__main__":
    replace(api.Call, "query", as_a_table)
    start()
