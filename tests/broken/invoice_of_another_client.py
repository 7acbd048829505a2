from __future__ import annotations

from reference.sales import invoices_api
from tests.broken._starting import replace, start

RULE = "An invoice names its payment, deal and client. On this platform it has the deal's id in the client's place."
REQUIREMENTS = ("SAL-002",)
SCENARIOS = ("Each part of a sale is reached from the others",)


class InvoiceAnswer(invoices_api.InvoiceAnswer):
    @classmethod
    def model_validate(cls, record, **how):
        return super().model_validate(record, **how).model_copy(update={"client_id": record.deal_id})


if __name__ == "__main__":
    replace(invoices_api, "InvoiceAnswer", InvoiceAnswer)
    start()
