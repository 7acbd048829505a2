-- Sales: clients, deals, payments and their invoices, commissions, and the counts of their numbers (reference.sales).
CREATE TABLE sales_numbers (
    tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    kind varchar(10) NOT NULL CHECK (kind IN ('deal', 'payment', 'invoice')),
    last integer NOT NULL,
    PRIMARY KEY (tenant_id, kind)
);
CREATE TABLE clients ({OWNED},
    {VERSION},
    owner_id uuid NOT NULL REFERENCES people (id),
    name varchar(200) NOT NULL CHECK (name <> ''),
    email varchar(254) NOT NULL CHECK (email <> ''),
    phone varchar(16) CHECK (phone ~ '^\+?[0-9]{10,15}$'),
    status varchar(20) NOT NULL CHECK (status IN ('pending', 'clear', 'bad_debt'))
);
CREATE UNIQUE INDEX clients_email_key ON clients (tenant_id, lower(email));
CREATE INDEX clients_created_idx ON clients (tenant_id, created_at);
CREATE INDEX clients_owner_idx ON clients (owner_id);
CREATE TABLE deals ({OWNED},
    {VERSION},
    number varchar(20) NOT NULL,
    client_id uuid NOT NULL REFERENCES clients (id),
    owner_id uuid NOT NULL REFERENCES people (id),
    name varchar(200) NOT NULL CHECK (name <> ''),
    value numeric(11, 2) NOT NULL CHECK (value > 0),
    currency varchar(3) NOT NULL,
    deal_date date NOT NULL,
    due_date date CONSTRAINT deals_due_check CHECK (due_date >= deal_date),
    payment_method varchar(10) NOT NULL CHECK (payment_method IN ('wallet', 'bank', 'cheque', 'cash')),
    source varchar(10) NOT NULL CHECK (source IN ('linkedin', 'instagram', 'google', 'referral', 'others')),
    status varchar(10) NOT NULL CHECK (status IN ('open', 'part_paid', 'paid', 'cancelled')),
    cancel_reason varchar(500) CHECK ((cancel_reason IS NULL) = (status <> 'cancelled')),
    paid_total numeric(11, 2) NOT NULL CHECK (paid_total >= 0),
    pending_total numeric(11, 2) NOT NULL CHECK (pending_total >= 0),
    CONSTRAINT deals_number_key UNIQUE (tenant_id, number),
    CONSTRAINT deals_money_check CHECK (paid_total + pending_total <= value)
);
CREATE INDEX deals_created_idx ON deals (tenant_id, created_at);
CREATE INDEX deals_client_idx ON deals (client_id);
CREATE INDEX deals_owner_idx ON deals (owner_id);
CREATE TABLE payments ({OWNED},
    number varchar(20) NOT NULL,
    deal_id uuid NOT NULL REFERENCES deals (id),
    amount numeric(11, 2) NOT NULL CHECK (amount > 0),
    currency varchar(3) NOT NULL,
    paid_on date NOT NULL,
    method varchar(10) NOT NULL CHECK (method IN ('wallet', 'bank', 'cheque', 'cash')),
    cheque_number varchar(20) CHECK ((cheque_number IS NULL) = (method <> 'cheque')),
    status varchar(10) NOT NULL CHECK (status IN ('pending', 'verified', 'rejected', 'refunded')),
    verified_amount numeric(11, 2) CHECK (verified_amount > 0 AND verified_amount <= amount),
    failure_reason varchar(40),
    refund_reason varchar(500),
    recorded_by uuid NOT NULL REFERENCES people (id),
    decided_by uuid REFERENCES people (id) CONSTRAINT payments_decider_check CHECK (decided_by <> recorded_by),
    decided_at timestamptz,
    CONSTRAINT payments_number_key UNIQUE (tenant_id, number),
    CONSTRAINT payments_cheque_key UNIQUE (tenant_id, cheque_number),
    CHECK ((decided_at IS NULL) = (status = 'pending')),
    CHECK ((verified_amount IS NULL) = (status IN ('pending', 'rejected')))
);
CREATE INDEX payments_created_idx ON payments (tenant_id, created_at);
CREATE INDEX payments_deal_idx ON payments (deal_id, created_at);
CREATE INDEX payments_recorder_idx ON payments (recorded_by);
CREATE INDEX payments_decider_idx ON payments (decided_by);
CREATE TABLE invoices ({OWNED},
    number varchar(20) NOT NULL,
    payment_id uuid NOT NULL CONSTRAINT invoices_payment_key UNIQUE REFERENCES payments (id),
    deal_id uuid NOT NULL REFERENCES deals (id),
    client_id uuid NOT NULL REFERENCES clients (id),
    amount numeric(11, 2) NOT NULL CHECK (amount > 0),
    currency varchar(3) NOT NULL,
    status varchar(10) NOT NULL CHECK (status IN ('pending', 'verified', 'rejected', 'void')),
    issued_at timestamptz NOT NULL,
    CONSTRAINT invoices_number_key UNIQUE (tenant_id, number)
);
CREATE INDEX invoices_created_idx ON invoices (tenant_id, created_at);
CREATE INDEX invoices_deal_idx ON invoices (deal_id);
CREATE INDEX invoices_client_idx ON invoices (client_id);
CREATE TABLE commissions ({OWNED},
    {VERSION},
    person_id uuid NOT NULL REFERENCES people (id),
    currency varchar(3) NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL CHECK (period_end >= period_start),
    rate numeric(5, 2) NOT NULL CHECK (rate BETWEEN 0 AND 100),
    exchange_rate numeric(11, 6) NOT NULL CHECK (exchange_rate > 0),
    bonus numeric(11, 2) NOT NULL CHECK (bonus >= 0),
    penalty numeric(11, 2) NOT NULL CHECK (penalty >= 0),
    total_sales numeric(11, 2) NOT NULL,
    commission_amount numeric(11, 2) NOT NULL,
    total_commission numeric(11, 2) NOT NULL,
    total_receivable numeric(11, 2) NOT NULL CHECK (total_receivable >= 0),
    uncovered_penalty numeric(11, 2) NOT NULL CHECK (uncovered_penalty >= 0),
    status varchar(10) NOT NULL CHECK (status IN ('draft', 'approved', 'paid')),
    approved_by uuid REFERENCES people (id),
    approved_at timestamptz CHECK ((approved_at IS NULL) = (status = 'draft')),
    paid_at timestamptz CHECK ((paid_at IS NULL) = (status <> 'paid')),
    CONSTRAINT commissions_period_key UNIQUE (tenant_id, person_id, currency, period_start, period_end)
);
CREATE INDEX commissions_created_idx ON commissions (tenant_id, created_at);
CREATE INDEX commissions_person_idx ON commissions (person_id);
CREATE INDEX commissions_approver_idx ON commissions (approved_by);
