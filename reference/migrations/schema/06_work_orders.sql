-- Work orders, the count of their numbers, and the links by which vendors come (reference.work_orders).
CREATE TABLE work_orders ({OWNED},
    {VERSION},
    number varchar(20),
    title varchar(200) NOT NULL CHECK (title <> ''),
    description varchar(5000) NOT NULL DEFAULT '',
    site_id uuid REFERENCES sites (id) ON DELETE SET NULL,
    priority varchar(10) NOT NULL DEFAULT 'medium' CHECK (priority IN ('high', 'medium', 'low')),
    status varchar(20) NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'submitted', 'approved', 'in_progress',
        'completed', 'closed', 'cancelled')),
    author_id uuid NOT NULL REFERENCES people (id),
    assignee_id uuid REFERENCES people (id),
    vendor jsonb,
    planned_start timestamptz,
    due_at timestamptz CHECK (due_at > planned_start),
    started_at timestamptz,
    completed_at timestamptz,
    declined boolean NOT NULL DEFAULT false,
    decline_reason varchar(2000),
    permit_type varchar(20)
        CHECK (permit_type IN ('cold', 'hot', 'confined_space', 'electrical', 'height', 'entry')),
    permit_status varchar(20) NOT NULL DEFAULT 'none'
        CHECK (permit_status IN ('none', 'pending_verification', 'pending_approval', 'approved', 'rejected')),
    verifiers jsonb NOT NULL DEFAULT '[]',
    approvers jsonb NOT NULL DEFAULT '[]',
    round integer NOT NULL DEFAULT 0,
    decisions jsonb NOT NULL DEFAULT '[]',
    line_items jsonb NOT NULL DEFAULT '[]',
    history jsonb NOT NULL DEFAULT '[]',
    CONSTRAINT work_orders_number_key UNIQUE (tenant_id, number),
    CHECK (number IS NOT NULL OR status IN ('draft', 'cancelled'))
);
CREATE INDEX work_orders_created_idx ON work_orders (tenant_id, created_at);
CREATE INDEX work_orders_site_idx ON work_orders (site_id);
CREATE INDEX work_orders_author_idx ON work_orders (author_id);
CREATE INDEX work_orders_assignee_idx ON work_orders (assignee_id);
CREATE TABLE work_order_numbers (
    tenant_id uuid PRIMARY KEY REFERENCES tenants (id) ON DELETE CASCADE,
    last integer NOT NULL
);
CREATE TABLE vendor_links ({OWNED},
    work_order_id uuid NOT NULL REFERENCES work_orders (id) ON DELETE CASCADE,
    email varchar(254) NOT NULL,
    token_hash varchar(64) CONSTRAINT vendor_links_token_key UNIQUE,
    expires_at timestamptz,
    mailed_at timestamptz,
    ended_at timestamptz
);
CREATE UNIQUE INDEX vendor_links_live_key ON vendor_links (work_order_id) WHERE ended_at IS NULL;
CREATE INDEX vendor_links_tenant_idx ON vendor_links (tenant_id);
