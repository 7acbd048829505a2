"""The kinds of notifications that there are."""

from __future__ import annotations

KINDS = (
    "task.assigned", "task.auto_closed", "work_order.approval_requested", "work_order.approved", "work_order.rejected",
    "work_order.assigned", "work_order.completed", "work_order.reading_out_of_range", "ticket.assigned",
    "ticket.sla_warning", "ticket.escalated", "ticket.resolved", "report.ready", "report.failed", "attendance.fraud_alert",
    "attendance.alert_escalated", "onboarding.approval_requested", "onboarding.escalated", "approval.waiting",
    "deal.created", "payment.recorded", "payment.verified", "payment.rejected", "payment.refunded", "commission.approved",
    "commission.paid", "tenant.announcement", "security.notice", "job.failed")
