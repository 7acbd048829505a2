-- Reports, and tasks of workers at sites (reference.reports, reference.site_tasks).
CREATE TABLE reports ({OWNED},
    type varchar(20) NOT NULL CHECK (type IN ('attendance', 'work_orders', 'task_summary', 'tickets')),
    format varchar(10) NOT NULL CHECK (format IN ('pdf', 'csv', 'xlsx')),
    params jsonb NOT NULL,
    status varchar(20) NOT NULL CHECK (status IN ('queued', 'running', 'completed', 'failed', 'expired')),
    requested_by uuid REFERENCES people (id),
    schedule_id uuid,
    rows integer,
    file jsonb,
    error varchar(500),
    started_at timestamptz,
    completed_at timestamptz,
    expires_at timestamptz,
    mailed_at timestamptz
);
CREATE INDEX reports_created_idx ON reports (tenant_id, created_at);
CREATE INDEX reports_requester_idx ON reports (requested_by);
CREATE TABLE report_files ({OWNED},
    report_id uuid NOT NULL CONSTRAINT report_files_report_key UNIQUE REFERENCES reports (id) ON DELETE CASCADE,
    content bytea NOT NULL
);
CREATE INDEX report_files_tenant_idx ON report_files (tenant_id);
CREATE TABLE task_templates ({OWNED},
    {VERSION},
    name varchar(200) NOT NULL CHECK (name <> ''),
    description varchar(5000) NOT NULL,
    site_id uuid NOT NULL REFERENCES sites (id),
    kind varchar(10) NOT NULL CHECK (kind IN ('task', 'ppm')),
    priority varchar(10) NOT NULL CHECK (priority IN ('high', 'medium', 'low')),
    assignee_id uuid REFERENCES people (id),
    scan_type varchar(10) NOT NULL CHECK (scan_type IN ('QR', 'NFC', 'entered', 'skip')),
    scan_code varchar(200) CHECK ((scan_code IS NULL) = (scan_type = 'skip')),
    plan_minutes integer NOT NULL CHECK (plan_minutes BETWEEN 1 AND 1440),
    grace_minutes integer NOT NULL CHECK (grace_minutes BETWEEN 0 AND 1440),
    expiry_minutes integer NOT NULL CHECK (expiry_minutes >= plan_minutes + grace_minutes),
    questions jsonb NOT NULL,
    photos_required integer NOT NULL CHECK (photos_required BETWEEN 0 AND 10),
    schedule varchar(200),
    valid_from date,
    valid_until date CHECK (valid_until >= valid_from),
    active boolean NOT NULL
);
CREATE INDEX task_templates_created_idx ON task_templates (tenant_id, created_at);
CREATE INDEX task_templates_site_idx ON task_templates (site_id);
CREATE INDEX task_templates_assignee_idx ON task_templates (assignee_id);
CREATE TABLE tasks ({OWNED},
    {VERSION},
    template_id uuid REFERENCES task_templates (id) ON DELETE SET NULL,
    due_at timestamptz,
    name varchar(200) NOT NULL CHECK (name <> ''),
    description varchar(5000) NOT NULL,
    site_id uuid REFERENCES sites (id) ON DELETE SET NULL,
    assignee_id uuid REFERENCES people (id),
    priority varchar(10) NOT NULL CHECK (priority IN ('high', 'medium', 'low')),
    status varchar(20) NOT NULL CHECK (status IN
        ('assigned', 'in_progress', 'standby', 'partially_completed', 'completed', 'auto_closed')),
    scan_type varchar(10) NOT NULL CHECK (scan_type IN ('QR', 'NFC', 'entered', 'skip')),
    scan_code varchar(200),
    plan_minutes integer NOT NULL CHECK (plan_minutes BETWEEN 1 AND 1440),
    grace_minutes integer NOT NULL CHECK (grace_minutes BETWEEN 0 AND 1440),
    expiry_minutes integer NOT NULL CHECK (expiry_minutes >= plan_minutes + grace_minutes),
    questions jsonb NOT NULL,
    photos_required integer NOT NULL,
    planned_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    started_at timestamptz,
    completed_at timestamptz,
    answers jsonb NOT NULL,
    photos jsonb NOT NULL,
    standby_comment varchar(2000),
    report_id uuid REFERENCES reports (id) ON DELETE SET NULL,
    history jsonb NOT NULL,
    CONSTRAINT tasks_due_key UNIQUE (template_id, due_at)
);
CREATE INDEX tasks_created_idx ON tasks (tenant_id, created_at);
CREATE INDEX tasks_planned_idx ON tasks (tenant_id, planned_at);
CREATE INDEX tasks_open_idx ON tasks (tenant_id, expires_at) WHERE status NOT IN ('completed', 'auto_closed');
CREATE INDEX tasks_site_idx ON tasks (site_id);
CREATE INDEX tasks_assignee_idx ON tasks (assignee_id);
CREATE INDEX tasks_report_idx ON tasks (report_id);
CREATE TABLE task_photos ({OWNED},
    task_id uuid NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    content bytea NOT NULL
);
CREATE INDEX task_photos_tenant_idx ON task_photos (tenant_id);
CREATE INDEX task_photos_task_idx ON task_photos (task_id);
