-- Tickets, and the rules by which they escalate.
ALTER TABLE tenants ADD COLUMN tickets_numbered integer NOT NULL DEFAULT 0;
CREATE TABLE tickets ({OWNED},
    {VERSION},
    number varchar(20) NOT NULL,
    title varchar(200) NOT NULL CHECK (title <> ''),
    description varchar(5000) NOT NULL DEFAULT '',
    category varchar(50) CHECK (category <> ''),
    priority varchar(2) NOT NULL DEFAULT 'P2' CHECK (priority IN ('P0', 'P1', 'P2', 'P3')),
    status varchar(20) NOT NULL DEFAULT 'new' CHECK (status IN
        ('new', 'open', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled')),
    site_id uuid REFERENCES sites (id) ON DELETE SET NULL,
    reporter_id uuid NOT NULL REFERENCES people (id),
    assignee_id uuid REFERENCES people (id),
    due_at timestamptz NOT NULL,
    escalation_level integer NOT NULL DEFAULT 0 CHECK (escalation_level >= 0),
    escalated_at timestamptz,
    escalated_by jsonb,
    resolution varchar(5000),
    resolved_at timestamptz,
    closed_at timestamptz,
    warned_at timestamptz,
    history jsonb NOT NULL DEFAULT '[]',
    CONSTRAINT tickets_number_key UNIQUE (tenant_id, number)
);
CREATE INDEX tickets_created_idx ON tickets (tenant_id, created_at);
CREATE INDEX tickets_due_idx ON tickets (tenant_id, due_at);
CREATE INDEX tickets_waiting_idx ON tickets (tenant_id) WHERE status IN ('new', 'open', 'in_progress', 'on_hold');
CREATE INDEX tickets_site_idx ON tickets (site_id);
CREATE INDEX tickets_reporter_idx ON tickets (reporter_id);
CREATE INDEX tickets_assignee_idx ON tickets (assignee_id);

CREATE TABLE ticket_comments ({OWNED},
    ticket_id uuid NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    text varchar(5000) NOT NULL CHECK (text <> ''),
    by uuid NOT NULL REFERENCES people (id),
    at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ticket_comments_ticket_idx ON ticket_comments (ticket_id, created_at);
CREATE INDEX ticket_comments_tenant_idx ON ticket_comments (tenant_id);
CREATE INDEX ticket_comments_author_idx ON ticket_comments (by);

CREATE TABLE ticket_escalation_rules ({OWNED},
    category varchar(50) NOT NULL CHECK (category <> ''),
    level integer NOT NULL CHECK (level BETWEEN 1 AND 9),
    unit varchar(10) NOT NULL CHECK (unit IN ('minute', 'hour', 'day', 'week')),
    value integer NOT NULL CHECK (value BETWEEN 1 AND 10000),
    person_id uuid NOT NULL REFERENCES people (id),
    CONSTRAINT ticket_escalation_rules_level_key UNIQUE (tenant_id, category, level)
);
CREATE INDEX ticket_escalation_rules_created_idx ON ticket_escalation_rules (tenant_id, created_at);
CREATE INDEX ticket_escalation_rules_person_idx ON ticket_escalation_rules (person_id);
