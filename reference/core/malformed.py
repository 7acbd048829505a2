"""The answer to what is no HTTP: uvicorn gives it before there is a call, and here it has the shape of all refusals."""

from __future__ import annotations

import logging
from uuid import uuid4

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from reference.core.answers import as_json
from reference.core.envelope import PROBLEM_JSON
from reference.core.errors import Problem

log = logging.getLogger("reference.requests")


class Protocol(H11Protocol):
    """uvicorn's own, but for its refusal in plain text."""

    def send_400_response(self, msg: str) -> None:
        request_id = str(uuid4())
        body = as_json(Problem(400, detail="This is not HTTP.").document(request_id)).encode()
        headers = {"Content-Type": PROBLEM_JSON, "Content-Length": str(len(body)), "X-Request-ID": request_id,
                   "Connection": "close"}
        for event in (h11.Response(status_code=400, headers=list(headers.items()), reason=b"Bad Request"),
                      h11.Data(data=body), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
        log.info("%s what came was no HTTP: 400", request_id)
