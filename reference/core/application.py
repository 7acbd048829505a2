"""The HTTP application: its routes, and how it refuses."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from anyio import to_thread
from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.routing import APIRoute
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.routing import Route

from reference import VERSION
from reference.core import audit, cause
from reference.core.database import is_unavailable, transaction
from reference.core.description import description, fits, methods_of
from reference.core.envelope import Envelope, problem_answer
from reference.core.errors import Problem, not_found, unavailable
from reference.core.idempotency import Remembering, Replay
from reference.core.origins import METHODS
from reference.core.stores import RedisError

if TYPE_CHECKING:
    from reference.analytics.recorder import Recorder


def build() -> FastAPI:
    """The application with all areas."""
    from reference.accounts import api as accounts
    from reference.accounts import invitations_api, me_api, people_api, people_api_v1
    from reference.analytics import api as analytics
    from reference.analytics.recorder import Recorder, Recording
    from reference.attendance import (
        alerts_api,
        enrolments_api,
        fence_api,
        overrides_api,
        pay_rates_api,
        review_api,
        shifts_api,
    )
    from reference.attendance import api as attendance
    from reference.audit import api as trail
    from reference.background import api as background
    from reference.conversations import api as conversations
    from reference.conversations import budgets, chat_api, mission_chats
    from reference.core import tenancy
    from reference.devices import api as devices
    from reference.exports import api as exports
    from reference.health import api as health
    from reference.jobs import api as jobs
    from reference.jobs import batch_exports_api
    from reference.missions import api as missions
    from reference.missions import approvals_api, changes, findings_api, knowledge_api, report_api
    from reference.notifications import api as notifications
    from reference.plugins import api as plugins
    from reference.projects import analyses_api, repositories_api, technologies_api
    from reference.projects import api as projects
    from reference.realtime import api as realtime
    from reference.reports import api as reports
    from reference.sales import clients_api, commissions_api, dashboard_api, deals_api, invoices_api, payments_api
    from reference.site_tasks import api as site_tasks
    from reference.site_tasks import templates_api as task_templates
    from reference.tenancy import api as tenants
    from reference.tenancy import sites
    from reference.tickets import api as tickets
    from reference.tickets import rules_api as ticket_rules
    from reference.work_orders import api as work_orders
    from reference.work_orders import vendor_api, verbs_api

    tenancy.at_creation[:] = [changes.add_first_rules, budgets.add_first]
    changes.at_creation[:] = [mission_chats.add]
    recorder = Recorder()
    app = FastAPI(title="Platform", version=VERSION, openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False,
                  lifespan=lambda app: lifespan(app, realtime.lifespan, recorder))
    app.add_middleware(Remembering)
    app.add_middleware(Envelope)
    app.add_middleware(Recording, recorder=recorder)
    routers = (health.router,
               accounts.router, me_api.router, people_api.router, people_api_v1.router,
               invitations_api.router,
               tenants.router, tenants.platform_router, sites.router,
               missions.router, findings_api.router, approvals_api.router, knowledge_api.router, report_api.router,
               work_orders.router, verbs_api.router, vendor_api.router,
               realtime.router, trail.router,
               notifications.router,
               background.router,
               attendance.router, fence_api.router, overrides_api.router, shifts_api.router, pay_rates_api.router,
               review_api.router, alerts_api.router, enrolments_api.router,
               tickets.router, ticket_rules.router,
               task_templates.router, site_tasks.router, reports.router,
               projects.router, repositories_api.router, technologies_api.router, analyses_api.router, exports.router,
               devices.router,
               jobs.router, batch_exports_api.router,
               conversations.router, chat_api.router,
               clients_api.router, deals_api.router, payments_api.router, invoices_api.router, commissions_api.router,
               dashboard_api.router,
               plugins.router, analytics.router,
               )
    for router in routers:  # including it would look at each of its routes anew, for what none of them has
        app.router.routes.extend(router.routes)

    app.openapi = lru_cache(maxsize=1)(lambda: description(app))  # type: ignore[method-assign]
    keep_words_apart(app, routers)

    @app.exception_handler(Problem)
    def _refused(request: Request, error: Problem) -> Response:
        behind = cause.present()
        if error.status == 403 and behind.person_id is not None:
            try:
                with transaction(behind.tenant_id) as session:
                    audit.tell_refusal(session, behind)
            except SQLAlchemyError as failure:
                return _database_failed(request, failure)
        return problem_answer(error, request.scope["request_id"])

    @app.exception_handler(Replay)
    def _answered_before(_request: Request, kept: Replay) -> Response:
        return kept.answer()

    @app.exception_handler(HTTPException)
    def _not_routed(request: Request, error: HTTPException) -> Response:
        problem = not_found() if error.status_code == 404 else Problem(error.status_code)
        if error.status_code == 405:
            problem.headers["Allow"] = ", ".join(methods_of(app, request.scope["path"]))
        return problem_answer(problem, request.scope["request_id"])

    @app.exception_handler(SQLAlchemyError)
    def _database_failed(request: Request, error: SQLAlchemyError) -> Response:
        if not is_unavailable(error):
            raise error
        return problem_answer(unavailable("postgresql"), request.scope["request_id"])

    @app.exception_handler(RedisError)
    def _redis_failed(request: Request, _error: RedisError) -> Response:
        return problem_answer(unavailable("redis"), request.scope["request_id"])

    return app


@asynccontextmanager
async def lifespan(app: FastAPI, live_updates: Callable[[FastAPI], AbstractAsyncContextManager[None]],
                   recorder: Recorder) -> AsyncIterator[None]:
    """What lives as long as the application."""
    recorder.start()
    try:
        async with live_updates(app):
            yield
    finally:
        await to_thread.run_sync(recorder.stop)


def keep_words_apart(app: FastAPI, routers: Iterable[APIRouter]) -> None:
    """A word of a path, such as ``/invitations/accept``, is no id: what it does not know is not asked of a record."""
    known: dict[str, set[str]] = {}
    for route in (each for router in routers for each in router.routes if isinstance(each, APIRoute)):
        known.setdefault(route.path, set()).update(route.methods)
    for path in [each for each in known if "{" not in each and any("{" in other and fits(other, each) for other in known)]:
        app.router.routes.insert(0, Route(path, _no_such_method, methods=sorted(set(METHODS) - known[path])))


def _no_such_method(_request: Request) -> Response:
    raise HTTPException(405)
