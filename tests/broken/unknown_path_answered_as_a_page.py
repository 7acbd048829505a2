from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse

from reference.core import application
from tests.broken._starting import replace, start

RULE = "An unknown path is answered as a problem document. This platform shows a page."
REQUIREMENTS = ("API-025",)
SCENARIOS = ("What does not exist is answered as a problem, never as a page",)

make = application.build


def build():
    app = make()
    app.add_exception_handler(HTTPException, show_page)
    return app


def show_page(request, error):
    return HTMLResponse("<!doctype html><h1>Not found</h1>", error.status_code)


if __name__ == "__main__":
    replace(application, "build", build)
    start()
