from __future__ import annotations

from sqlalchemy import func, select

from reference.core.answers import Listed
from reference.missions import api
from tests.broken._starting import replace, start

RULE = "A page holds no more than was asked for. This platform shows all that follows."
REQUIREMENTS = ("MIS-021",)
SCENARIOS = ("The knowledge is listed page by page and searched by word",)


def listed(session, query, page, shape):
    total = session.scalar(select(func.count()).select_from(query.order_by(None).subquery()))
    return Listed(items=[shape.model_validate(record) for record in session.scalars(query.offset(page.offset))],
                  total=total, limit=page.limit, offset=page.offset)


if __name__ == "__main__":
    replace(api, "listed", listed)
    start()
