"""Sales: clients, deals, the payments on them with their invoices, and commissions."""
