"""Tenants, people and their sessions, missions, and what follows a commit."""

from alembic import op

revision = "0001"
down_revision = None

COMMON = """
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()"""
OWNED = COMMON + ",\n    tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE"
VERSION = "version integer NOT NULL DEFAULT 1"

STATEMENTS = f"""
CREATE TABLE tenants ({COMMON},
    {VERSION},
    slug varchar(50) NOT NULL CONSTRAINT tenants_slug_key UNIQUE CHECK (slug ~ '^[a-z0-9-]{{1,50}}$'),
    name varchar(100) NOT NULL CHECK (name <> ''),
    status varchar(20) NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
    suspended_at timestamptz,
    suspension_reason varchar(500) NOT NULL DEFAULT '',
    settings jsonb NOT NULL DEFAULT
        '{{"timezone": "UTC", "payroll_cutoff_day": 5, "conflict_overrides": {{}}, "security_email": null}}',
    missions_per_month integer NOT NULL DEFAULT 500 CHECK (missions_per_month >= 0),
    missions_running integer NOT NULL DEFAULT 10 CHECK (missions_running >= 0),
    missions_this_month integer NOT NULL DEFAULT 0 CHECK (missions_this_month >= 0),
    counted_month varchar(7) NOT NULL DEFAULT '',
    rules_numbered integer NOT NULL DEFAULT 0
);

CREATE TABLE people ({OWNED},
    {VERSION},
    email varchar(254) NOT NULL CHECK (email <> ''),
    full_name varchar(100) NOT NULL,
    password_hash varchar(255) CHECK (password_hash IS NOT NULL OR status IN ('invited', 'removed')),
    role varchar(20) NOT NULL
        CHECK (role IN ('admin', 'supervisor', 'operator', 'worker', 'sales', 'verifier', 'viewer')),
    status varchar(20) NOT NULL DEFAULT 'active'
        CHECK (status IN ('invited', 'active', 'locked', 'deactivated', 'removed')),
    modules jsonb,
    onboarding_completed boolean NOT NULL DEFAULT true,
    profile jsonb NOT NULL DEFAULT '{{"phone": null, "emergency_contact_name": null,
        "emergency_contact_phone": null, "locale": null, "timezone": null}}',
    last_login_at timestamptz,
    locked_until timestamptz,
    wrong_passwords jsonb NOT NULL DEFAULT '[]'
);
CREATE UNIQUE INDEX people_email_key ON people (tenant_id, lower(email)) WHERE status <> 'removed';
CREATE INDEX people_created_idx ON people (tenant_id, created_at);

CREATE TABLE sites ({OWNED},
    {VERSION},
    code varchar(30) NOT NULL CHECK (code ~ '^[A-Za-z0-9_-]{{1,30}}$'),
    name varchar(200) NOT NULL CHECK (name <> ''),
    parent_id uuid REFERENCES sites (id) CHECK (parent_id <> id),
    enabled boolean NOT NULL DEFAULT true,
    latitude double precision CHECK (latitude BETWEEN -90 AND 90),
    longitude double precision CHECK (longitude BETWEEN -180 AND 180),
    permissible_distance_m integer NOT NULL DEFAULT 100 CHECK (permissible_distance_m BETWEEN 10 AND 10000),
    geofence jsonb,
    face_required boolean NOT NULL DEFAULT false,
    timezone varchar(100) NOT NULL,
    lead_id uuid REFERENCES people (id),
    security_email varchar(254)
);
CREATE UNIQUE INDEX sites_code_key ON sites (tenant_id, lower(code));
CREATE INDEX sites_created_idx ON sites (tenant_id, created_at);
CREATE INDEX sites_parent_idx ON sites (parent_id);
CREATE INDEX sites_lead_idx ON sites (lead_id);
ALTER TABLE people ADD COLUMN site_id uuid REFERENCES sites (id);
CREATE INDEX people_site_idx ON people (site_id);

CREATE TABLE invitations ({OWNED},
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    email varchar(254) NOT NULL,
    full_name varchar(100) NOT NULL,
    role varchar(20) NOT NULL
        CHECK (role IN ('admin', 'supervisor', 'operator', 'worker', 'sales', 'verifier', 'viewer')),
    site_id uuid REFERENCES sites (id) ON DELETE SET NULL,
    modules jsonb,
    onboarding boolean NOT NULL DEFAULT false,
    status varchar(20) NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'accepted', 'revoked')),
    expires_at timestamptz NOT NULL,
    invited_by uuid NOT NULL REFERENCES people (id),
    links integer NOT NULL DEFAULT 1
);
CREATE INDEX invitations_created_idx ON invitations (tenant_id, created_at);
CREATE INDEX invitations_person_idx ON invitations (person_id);
CREATE INDEX invitations_site_idx ON invitations (site_id);
CREATE INDEX invitations_inviter_idx ON invitations (invited_by);

CREATE TABLE sessions ({OWNED},
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind varchar(20) NOT NULL DEFAULT 'token' CHECK (kind IN ('token', 'cookie')),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    ip varchar(45) NOT NULL DEFAULT '',
    user_agent varchar(500) NOT NULL DEFAULT '',
    cookie_hash varchar(64) CONSTRAINT sessions_cookie_key UNIQUE,
    csrf_hash varchar(64),
    cookie_seen_at timestamptz,
    CHECK ((kind = 'cookie') = (num_nonnulls(cookie_hash, csrf_hash, cookie_seen_at) = 3))
);
CREATE INDEX sessions_person_idx ON sessions (person_id);
CREATE INDEX sessions_tenant_idx ON sessions (tenant_id);

CREATE TABLE refresh_tokens ({OWNED},
    session_id uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    token_hash varchar(64) NOT NULL CONSTRAINT refresh_tokens_hash_key UNIQUE,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX refresh_tokens_session_idx ON refresh_tokens (session_id);
CREATE INDEX refresh_tokens_tenant_idx ON refresh_tokens (tenant_id);

CREATE TABLE knowledge_rules ({OWNED},
    {VERSION},
    code varchar(20) NOT NULL,
    title varchar(200) NOT NULL,
    category varchar(50) NOT NULL,
    severity varchar(20) NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
    description varchar(2000) NOT NULL DEFAULT '',
    recommendation varchar(2000) NOT NULL DEFAULT '',
    "check" jsonb NOT NULL,
    risk varchar(20) NOT NULL DEFAULT 'low' CHECK (risk IN ('low', 'medium', 'high')),
    enabled boolean NOT NULL DEFAULT true,
    CONSTRAINT knowledge_rules_code_key UNIQUE (tenant_id, code)
);

CREATE TABLE missions ({OWNED},
    {VERSION},
    name varchar(255) NOT NULL CHECK (name <> ''),
    description varchar(5000) NOT NULL DEFAULT '',
    scope jsonb NOT NULL,
    goals jsonb NOT NULL,
    constraints jsonb NOT NULL,
    rule_ids jsonb,
    rules jsonb NOT NULL DEFAULT '[]',
    status varchar(20) NOT NULL DEFAULT 'created' CHECK (status IN
        ('created', 'running', 'paused', 'awaiting_approval', 'stopped', 'completed', 'failed')),
    phase varchar(20) CHECK (phase IN ('surveying', 'analysing', 'reporting')),
    status_reason varchar(100),
    progress integer NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    attempt integer NOT NULL DEFAULT 0,
    risk_score integer CHECK (risk_score BETWEEN 0 AND 100),
    conversation_id uuid,
    created_by uuid NOT NULL REFERENCES people (id),
    started_at timestamptz,
    paused_at timestamptz,
    completed_at timestamptz,
    running_since timestamptz,
    ran_seconds double precision NOT NULL DEFAULT 0,
    broken_runs integer NOT NULL DEFAULT 0,
    request_id varchar(255) NOT NULL DEFAULT '',
    cause jsonb NOT NULL DEFAULT '{{}}'
);
CREATE INDEX missions_created_idx ON missions (tenant_id, created_at);
CREATE INDEX missions_status_idx ON missions (tenant_id, status);
CREATE INDEX missions_running_idx ON missions (id) WHERE status IN ('running', 'awaiting_approval');
CREATE INDEX missions_creator_idx ON missions (created_by);

CREATE TABLE mission_targets ({OWNED},
    mission_id uuid NOT NULL REFERENCES missions (id) ON DELETE CASCADE,
    position integer NOT NULL,
    address varchar(2000) NOT NULL,
    url varchar(2000) NOT NULL,
    status varchar(20) NOT NULL DEFAULT 'pending'
        CHECK (status IN ('pending', 'surveying', 'surveyed', 'unreachable', 'skipped')),
    http_status integer,
    response_ms integer,
    surveyed_at timestamptz,
    steps_done integer NOT NULL DEFAULT 0,
    steps_skipped integer NOT NULL DEFAULT 0,
    steps_refused integer NOT NULL DEFAULT 0,
    CONSTRAINT mission_targets_position_key UNIQUE (mission_id, position)
);
CREATE INDEX mission_targets_tenant_idx ON mission_targets (tenant_id);

CREATE TABLE findings ({OWNED},
    {VERSION},
    mission_id uuid NOT NULL REFERENCES missions (id) ON DELETE CASCADE,
    target_id uuid NOT NULL REFERENCES mission_targets (id) ON DELETE CASCADE,
    rule_id uuid NOT NULL, -- a running mission keeps its rules: this one may be deleted meanwhile
    code varchar(20) NOT NULL,
    title varchar(200) NOT NULL,
    category varchar(50) NOT NULL,
    severity varchar(20) NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
    status varchar(20) NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'confirmed', 'false_positive', 'fixed')),
    evidence varchar(4096) NOT NULL,
    recommendation varchar(2000) NOT NULL DEFAULT '',
    first_seen_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    decided_by uuid REFERENCES people (id),
    decided_at timestamptz,
    comment varchar(1000) NOT NULL DEFAULT '',
    CONSTRAINT findings_once_key UNIQUE (mission_id, target_id, rule_id)
);
CREATE INDEX findings_severity_idx ON findings (mission_id, severity);
CREATE INDEX findings_tenant_idx ON findings (tenant_id);
CREATE INDEX findings_target_idx ON findings (target_id);
CREATE INDEX findings_rule_idx ON findings (rule_id);
CREATE INDEX findings_decided_idx ON findings (decided_by);

CREATE TABLE approvals ({OWNED},
    mission_id uuid NOT NULL REFERENCES missions (id) ON DELETE CASCADE,
    target_id uuid NOT NULL REFERENCES mission_targets (id) ON DELETE CASCADE,
    rule_id uuid NOT NULL,
    attempt integer NOT NULL,
    action text NOT NULL,
    risk varchar(20) NOT NULL CHECK (risk IN ('low', 'medium', 'high')),
    status varchar(20) NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'approved', 'rejected', 'expired')),
    requested_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    decided_by uuid REFERENCES people (id),
    decided_at timestamptz,
    comment varchar(1000) NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX approvals_pending_key ON approvals (mission_id) WHERE status = 'pending';
CREATE INDEX approvals_mission_idx ON approvals (mission_id, created_at);
CREATE INDEX approvals_tenant_idx ON approvals (tenant_id);
CREATE INDEX approvals_target_idx ON approvals (target_id);
CREATE INDEX approvals_decided_idx ON approvals (decided_by);

-- The audit trail, and where each of its chains ends (reference.core.audit). JSON as it was written: it is hashed.
CREATE TABLE audit_events ({OWNED},
    at timestamptz NOT NULL,
    person_id uuid,
    role varchar(20),
    action varchar(100) NOT NULL,
    event_type varchar(30) NOT NULL CHECK (event_type IN ('created', 'updated', 'deleted', 'state_changed',
        'bulk_operation', 'permission_denied', 'data_accessed', 'export_executed', 'signed_in', 'sign_in_failed')),
    level varchar(10) NOT NULL CHECK (level IN ('info', 'warning', 'error', 'security')),
    object_type varchar(100),
    object_id uuid,
    changes json NOT NULL,
    metadata json NOT NULL,
    ip varchar(45),
    user_agent varchar(500),
    request_id varchar(255),
    task_id varchar(255),
    retention_until timestamptz NOT NULL,
    chain varchar(20) NOT NULL CHECK (chain IN ('general', 'attendance')),
    sequence bigint NOT NULL,
    previous_hash char(64) NOT NULL,
    hash char(64) NOT NULL,
    CONSTRAINT audit_events_sequence_key UNIQUE (tenant_id, chain, sequence)
);
CREATE INDEX audit_events_at_idx ON audit_events (tenant_id, at, id);
CREATE INDEX audit_events_object_idx ON audit_events (tenant_id, object_id);
CREATE INDEX audit_events_request_idx ON audit_events (tenant_id, request_id);
CREATE TABLE audit_chains (
    tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    chain varchar(20) NOT NULL,
    first bigint NOT NULL DEFAULT 1,
    sequence bigint NOT NULL DEFAULT 0,
    hash char(64) NOT NULL,
    PRIMARY KEY (tenant_id, chain)
);

-- No event is changed, and none removed before its time: the purge says in platform.purging until when it removes.
CREATE FUNCTION keep_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.retention_until <= nullif(current_setting('platform.purging', true), '')::timestamptz THEN
        RETURN OLD;
    END IF;
    RAISE insufficient_privilege USING MESSAGE = 'audit events are neither changed nor removed';
END $$;
CREATE TRIGGER audit_events_kept BEFORE UPDATE OR DELETE ON audit_events
    FOR EACH ROW EXECUTE FUNCTION keep_audit_event();

CREATE TABLE notifications ({OWNED},
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind varchar(50) NOT NULL,
    title varchar(200) NOT NULL,
    body varchar(2000) NOT NULL,
    data jsonb NOT NULL,
    event_key varchar(200) NOT NULL,
    status varchar(20) NOT NULL CHECK (status IN ('queued', 'sent', 'failed')),
    pushed_at timestamptz,
    read_at timestamptz,
    email jsonb,
    CONSTRAINT notifications_event_key UNIQUE (person_id, event_key)
);
CREATE INDEX notifications_created_idx ON notifications (tenant_id, person_id, created_at);
CREATE INDEX notifications_event_idx ON notifications (tenant_id, event_key);
-- Attendance: consents and enrolled faces, shifts, the records with their photos, what looks like fraud, and overrides.
CREATE TABLE consents ({OWNED},
    person_id uuid NOT NULL CONSTRAINT consents_person_key UNIQUE REFERENCES people (id) ON DELETE CASCADE,
    gps_tracking boolean NOT NULL DEFAULT false,
    facial_recognition boolean NOT NULL DEFAULT false,
    given_at timestamptz,
    withdrawn_at timestamptz
);
CREATE INDEX consents_tenant_idx ON consents (tenant_id);

CREATE TABLE face_enrolments ({OWNED},
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    quality double precision NOT NULL CHECK (quality BETWEEN 0 AND 1),
    status varchar(20) NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'withdrawn'))
);
CREATE UNIQUE INDEX face_enrolments_active_key ON face_enrolments (person_id) WHERE status = 'active';
CREATE INDEX face_enrolments_person_idx ON face_enrolments (person_id);
CREATE INDEX face_enrolments_tenant_idx ON face_enrolments (tenant_id);

CREATE TABLE shifts ({OWNED},
    site_id uuid NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
    name varchar(100) NOT NULL CHECK (name <> ''),
    starts_at varchar(5) NOT NULL CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    ends_at varchar(5) NOT NULL CHECK (ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    grace_min integer NOT NULL DEFAULT 15 CHECK (grace_min BETWEEN 0 AND 120)
);
CREATE INDEX shifts_created_idx ON shifts (tenant_id, created_at);
CREATE INDEX shifts_site_idx ON shifts (site_id);

CREATE TABLE overrides ({OWNED},
    type varchar(30) NOT NULL
        CHECK (type IN ('validation_override', 'late_checkin_approval', 'rest_period_waiver')),
    person_id uuid NOT NULL REFERENCES people (id),
    site_id uuid NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
    reason varchar(500) NOT NULL CHECK (reason <> ''),
    late_minutes integer CHECK (late_minutes >= 0),
    status varchar(20) NOT NULL DEFAULT 'pending' CHECK (status IN
        ('pending', 'auto_approved', 'manually_approved', 'rejected', 'expired', 'cancelled')),
    decided_by uuid REFERENCES people (id),
    decided_at timestamptz,
    used_by_record_id uuid
);
CREATE INDEX overrides_created_idx ON overrides (tenant_id, created_at);
CREATE INDEX overrides_person_idx ON overrides (person_id);
CREATE INDEX overrides_site_idx ON overrides (site_id);
CREATE INDEX overrides_decided_idx ON overrides (decided_by);

CREATE TABLE attendance_records ({OWNED},
    {VERSION},
    person_id uuid NOT NULL REFERENCES people (id),
    site_id uuid NOT NULL REFERENCES sites (id),
    shift_id uuid REFERENCES shifts (id),
    date date NOT NULL,
    punch_in_at timestamptz NOT NULL,
    punch_out_at timestamptz CHECK (punch_out_at >= punch_in_at),
    in_location jsonb NOT NULL,
    out_location jsonb,
    inside_fence boolean NOT NULL,
    override_id uuid CONSTRAINT attendance_records_override_key UNIQUE REFERENCES overrides (id),
    transport_mode varchar(20) NOT NULL DEFAULT 'none',
    device_id varchar(255) NOT NULL,
    out_device_id varchar(255),
    face_in jsonb,
    face_out jsonb,
    has_photo boolean NOT NULL DEFAULT false,
    gps jsonb NOT NULL,
    fraud jsonb NOT NULL,
    late_minutes integer NOT NULL DEFAULT 0 CHECK (late_minutes >= 0),
    regular_minutes integer CHECK (regular_minutes >= 0),
    overtime_minutes integer CHECK (overtime_minutes >= 0),
    status varchar(20) NOT NULL DEFAULT 'pending'
        CHECK (status IN ('pending', 'approved', 'rejected', 'adjusted', 'locked')),
    review_comment varchar(1000) NOT NULL DEFAULT '',
    reviewed_by uuid REFERENCES people (id)
);
CREATE UNIQUE INDEX attendance_records_open_key ON attendance_records (person_id) WHERE punch_out_at IS NULL;
CREATE INDEX attendance_records_created_idx ON attendance_records (tenant_id, created_at);
CREATE INDEX attendance_records_person_idx ON attendance_records (person_id, punch_in_at);
CREATE INDEX attendance_records_device_idx ON attendance_records (tenant_id, device_id, punch_in_at);
CREATE INDEX attendance_records_out_device_idx ON attendance_records (tenant_id, out_device_id, punch_out_at);
CREATE INDEX attendance_records_site_idx ON attendance_records (site_id);
CREATE INDEX attendance_records_shift_idx ON attendance_records (shift_id);
CREATE INDEX attendance_records_reviewer_idx ON attendance_records (reviewed_by);
ALTER TABLE overrides ADD CONSTRAINT overrides_used_key UNIQUE (used_by_record_id),
    ADD CONSTRAINT overrides_used_by_fkey FOREIGN KEY (used_by_record_id) REFERENCES attendance_records (id);

CREATE TABLE attendance_photos ({OWNED},
    record_id uuid NOT NULL REFERENCES attendance_records (id) ON DELETE CASCADE,
    punch varchar(3) NOT NULL CHECK (punch IN ('in', 'out')),
    taken_at timestamptz NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT attendance_photos_punch_key UNIQUE (record_id, punch)
);
CREATE INDEX attendance_photos_taken_idx ON attendance_photos (tenant_id, taken_at);

CREATE TABLE fraud_alerts ({OWNED},
    {VERSION},
    record_id uuid REFERENCES attendance_records (id) ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES people (id),
    type varchar(30) NOT NULL CHECK (type IN ('gps_spoofing', 'impossible_travel', 'device_sharing',
        'unusual_pattern', 'biometric_mismatch', 'temporal_anomaly')),
    severity varchar(20) NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low')),
    score double precision CHECK (score BETWEEN 0 AND 1),
    signals jsonb NOT NULL DEFAULT '[]',
    status varchar(30) NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'investigating',
        'resolved_legitimate', 'resolved_fraud', 'false_positive', 'escalated')),
    escalated_at timestamptz,
    note varchar(1000) NOT NULL DEFAULT '',
    resolved_by uuid REFERENCES people (id),
    resolved_at timestamptz
);
CREATE INDEX fraud_alerts_created_idx ON fraud_alerts (tenant_id, created_at);
CREATE INDEX fraud_alerts_record_idx ON fraud_alerts (record_id);
CREATE INDEX fraud_alerts_person_idx ON fraud_alerts (person_id);
CREATE INDEX fraud_alerts_resolver_idx ON fraud_alerts (resolved_by);

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

-- Projects with their repositories and technologies, and analyses of them (reference.projects).
CREATE TABLE projects ({OWNED},
    {VERSION},
    name varchar(255) NOT NULL CHECK (name <> ''),
    owner varchar(255) NOT NULL CHECK (owner <> ''),
    description varchar(5000) NOT NULL
);
CREATE UNIQUE INDEX projects_name_key ON projects (tenant_id, lower(owner), lower(name));
CREATE INDEX projects_created_idx ON projects (tenant_id, created_at);
CREATE TABLE repositories ({OWNED},
    project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    owner varchar(100) NOT NULL CHECK (owner <> ''),
    name varchar(100) NOT NULL CHECK (name <> ''),
    file_count integer NOT NULL DEFAULT 0 CHECK (file_count BETWEEN 0 AND 500),
    size_bytes integer NOT NULL DEFAULT 0 CHECK (size_bytes BETWEEN 0 AND 5242880),
    CONSTRAINT repositories_name_key UNIQUE (project_id, owner, name)
);
CREATE INDEX repositories_created_idx ON repositories (tenant_id, created_at);
CREATE TABLE repository_files ({OWNED},
    repository_id uuid NOT NULL REFERENCES repositories (id) ON DELETE CASCADE,
    path varchar(400) NOT NULL CHECK (path <> ''),
    content text NOT NULL,
    size_bytes integer NOT NULL,
    CONSTRAINT repository_files_path_key UNIQUE (repository_id, path)
);
CREATE INDEX repository_files_tenant_idx ON repository_files (tenant_id);
CREATE TABLE technologies ({OWNED},
    {VERSION},
    project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    title varchar(255) NOT NULL CHECK (title <> ''),
    domain varchar(20) NOT NULL
        CHECK (domain IN ('audio-dsp', 'ai-ml', 'music-theory', 'performance', 'ui-ux', 'infrastructure', 'other')),
    status varchar(20) NOT NULL
        CHECK (status IN ('discovery', 'research', 'evaluation', 'implementation', 'integrated', 'archived')),
    relevance_score integer NOT NULL CHECK (relevance_score BETWEEN 0 AND 100),
    priority integer NOT NULL CHECK (priority BETWEEN 1 AND 5)
);
CREATE UNIQUE INDEX technologies_title_key ON technologies (project_id, lower(title));
CREATE INDEX technologies_created_idx ON technologies (tenant_id, created_at);
CREATE TABLE analyses ({OWNED},
    project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    repository_id uuid REFERENCES repositories (id) ON DELETE SET NULL,
    source varchar(10) NOT NULL CHECK (source IN ('job', 'import')),
    project_path varchar(600) NOT NULL,
    analyzed_at timestamptz NOT NULL,
    analysis_version varchar(50) NOT NULL,
    analysis_duration_ms bigint NOT NULL CHECK (analysis_duration_ms >= 0),
    detected_technologies jsonb NOT NULL,
    dependencies jsonb NOT NULL,
    code_metrics jsonb NOT NULL,
    research_gaps jsonb NOT NULL
);
CREATE INDEX analyses_created_idx ON analyses (tenant_id, created_at);
CREATE INDEX analyses_project_idx ON analyses (project_id);
CREATE INDEX analyses_repository_idx ON analyses (repository_id);

-- The devices by which people work (reference.devices).
CREATE TABLE devices ({OWNED},
    {VERSION},
    device_id varchar(255) NOT NULL CHECK (device_id ~ '^[A-Za-z0-9_-]{{5,255}}$'),
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    type varchar(10) NOT NULL CHECK (type IN ('phone', 'tablet', 'laptop', 'desktop')),
    name varchar(100) NOT NULL DEFAULT '',
    status varchar(10) NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT devices_device_id_key UNIQUE (tenant_id, device_id)
);
CREATE INDEX devices_created_idx ON devices (tenant_id, created_at);
CREATE INDEX devices_person_idx ON devices (person_id);

-- Jobs, and the files that they made (reference.jobs).
CREATE TABLE jobs ({OWNED},
    {VERSION},
    project_id uuid NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    job_type varchar(20) NOT NULL CHECK (job_type IN ('analysis', 'export', 'batch_analysis', 'batch_export')),
    runner varchar(10) NOT NULL CHECK (runner IN ('platform', 'external')),
    parameters jsonb NOT NULL,
    tags jsonb NOT NULL,
    status varchar(10) NOT NULL CHECK (status IN ('pending', 'running', 'completed', 'failed', 'cancelled')),
    progress integer NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    current_step varchar(200),
    attempt integer NOT NULL DEFAULT 0,
    timeout_seconds integer NOT NULL CHECK (timeout_seconds BETWEEN 1 AND 7200),
    delay_seconds integer NOT NULL DEFAULT 0 CHECK (delay_seconds BETWEEN 0 AND 3600),
    task_id uuid,
    result jsonb CHECK (result IS NULL OR status = 'completed'),
    error jsonb CHECK ((error IS NULL) = (status <> 'failed')),
    created_by uuid NOT NULL REFERENCES people (id),
    request_id varchar(255) NOT NULL,
    dispatched_at timestamptz CHECK ((dispatched_at IS NULL) = (task_id IS NULL)),
    started_at timestamptz CHECK (started_at IS NOT NULL OR status IN ('pending', 'cancelled')),
    completed_at timestamptz CHECK ((completed_at IS NULL) = (status IN ('pending', 'running'))),
    duration_seconds double precision,
    entries jsonb NOT NULL,
    broken_runs integer NOT NULL DEFAULT 0,
    cause jsonb NOT NULL,
    queued_at timestamptz
);
CREATE INDEX jobs_created_idx ON jobs (tenant_id, created_at);
CREATE INDEX jobs_active_idx ON jobs (tenant_id) WHERE status IN ('pending', 'running');
CREATE INDEX jobs_project_idx ON jobs (project_id);
CREATE INDEX jobs_tags_idx ON jobs USING gin (tags jsonb_path_ops);
CREATE TABLE job_files ({OWNED},
    job_id uuid NOT NULL CONSTRAINT job_files_job_key UNIQUE REFERENCES jobs (id) ON DELETE CASCADE,
    name varchar(100) NOT NULL,
    content_type varchar(100) NOT NULL,
    content bytea NOT NULL
);
CREATE INDEX job_files_tenant_idx ON job_files (tenant_id);
-- Talks with the language model, and how much of it a tenant may use (reference.conversations).
CREATE TABLE conversations ({OWNED},
    owner_id uuid NOT NULL REFERENCES people (id),
    title varchar(255) NOT NULL CHECK (title <> ''),
    system_prompt varchar(4000) CHECK (system_prompt <> ''),
    visibility varchar(20) NOT NULL DEFAULT 'private' CHECK (visibility IN ('private', 'shared', 'mission')),
    mission_id uuid CONSTRAINT conversations_mission_key UNIQUE REFERENCES missions (id) ON DELETE CASCADE,
    archived boolean NOT NULL DEFAULT false,
    message_count integer NOT NULL DEFAULT 0 CHECK (message_count >= 0),
    total_tokens bigint NOT NULL DEFAULT 0 CHECK (total_tokens >= 0),
    last_message_at timestamptz,
    CHECK ((visibility = 'mission') = (mission_id IS NOT NULL))
);
CREATE INDEX conversations_activity_idx ON conversations (tenant_id, coalesce(last_message_at, created_at));
CREATE INDEX conversations_owner_idx ON conversations (owner_id);

CREATE TABLE messages ({OWNED},
    conversation_id uuid NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    sequence integer NOT NULL CHECK (sequence > 0),
    role varchar(20) NOT NULL CHECK (role IN ('user', 'assistant')),
    content text NOT NULL CHECK (content <> ''),
    author_id uuid REFERENCES people (id) CHECK ((author_id IS NOT NULL) = (role = 'user')),
    state varchar(20) CHECK (state IN ('answered', 'unanswered')) CHECK ((state IS NOT NULL) = (role = 'user')),
    model varchar(255),
    prompt_tokens integer CHECK (prompt_tokens >= 0),
    completion_tokens integer CHECK (completion_tokens >= 0),
    total_tokens integer CHECK (total_tokens >= 0),
    latency_ms integer CHECK (latency_ms >= 0),
    CHECK (num_nonnulls(model, prompt_tokens, completion_tokens, total_tokens, latency_ms)
        = CASE role WHEN 'assistant' THEN 5 ELSE 0 END),
    CONSTRAINT messages_sequence_key UNIQUE (conversation_id, sequence)
);
CREATE INDEX messages_author_idx ON messages (author_id);

CREATE TABLE usage_records ({OWNED},
    person_id uuid NOT NULL REFERENCES people (id),
    conversation_id uuid NOT NULL, -- kept when the conversation is deleted
    model varchar(255) NOT NULL,
    prompt_tokens integer NOT NULL,
    completion_tokens integer NOT NULL,
    total_tokens integer NOT NULL,
    at timestamptz NOT NULL
);
CREATE INDEX usage_records_at_idx ON usage_records (tenant_id, at);
CREATE INDEX usage_records_person_idx ON usage_records (person_id);

CREATE TABLE token_budgets ({OWNED},
    daily_limit bigint NOT NULL DEFAULT 1000000 CHECK (daily_limit BETWEEN 0 AND 1000000000),
    monthly_limit bigint NOT NULL DEFAULT 20000000 CHECK (monthly_limit BETWEEN 0 AND 1000000000),
    daily_used bigint NOT NULL DEFAULT 0 CHECK (daily_used >= 0),
    monthly_used bigint NOT NULL DEFAULT 0 CHECK (monthly_used >= 0),
    daily_resets_at timestamptz NOT NULL,
    monthly_resets_at timestamptz NOT NULL,
    CONSTRAINT token_budgets_tenant_key UNIQUE (tenant_id)
);
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
    phone varchar(16) CHECK (phone ~ '^\\+?[0-9]{{10,15}}$'),
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

-- What tenants have configured of the plugins (reference.plugins).
CREATE TABLE plugin_configurations ({OWNED},
    {VERSION},
    name varchar(50) NOT NULL,
    config jsonb NOT NULL,
    signing_secret varchar(255),
    enabled boolean NOT NULL DEFAULT false,
    enabled_at timestamptz CHECK (enabled = (enabled_at IS NOT NULL)),
    enabled_by uuid REFERENCES people (id),
    updated_by uuid NOT NULL REFERENCES people (id),
    exported_on date,
    CONSTRAINT plugin_configurations_name_key UNIQUE (tenant_id, name)
);
CREATE INDEX plugin_configurations_enabler_idx ON plugin_configurations (enabled_by);
CREATE INDEX plugin_configurations_changer_idx ON plugin_configurations (updated_by);

-- Calls of people, and what they come to a day (reference.analytics).
CREATE TABLE call_records ({OWNED},
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    at timestamptz NOT NULL,
    method varchar(10) NOT NULL,
    route varchar(255) NOT NULL,
    status integer NOT NULL CHECK (status BETWEEN 100 AND 599),
    duration_ms double precision NOT NULL CHECK (duration_ms >= 0),
    request_id varchar(255) NOT NULL
);
CREATE INDEX call_records_at_idx ON call_records (tenant_id, at);
CREATE INDEX call_records_person_idx ON call_records (person_id);
CREATE TABLE daily_summaries ({OWNED},
    date date NOT NULL,
    calls integer NOT NULL,
    errors integer NOT NULL,
    unique_people integer NOT NULL,
    avg_response_ms double precision,
    p95_response_ms double precision,
    prompt_tokens bigint NOT NULL,
    completion_tokens bigint NOT NULL,
    total_tokens bigint NOT NULL,
    aggregated_at timestamptz NOT NULL,
    CONSTRAINT daily_summaries_date_key UNIQUE (tenant_id, date)
);

-- Each topic's count of events, and the messages that follow a commit (reference.core.outbox).
CREATE TABLE topics (
    tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    name varchar(255) NOT NULL,
    seq bigint NOT NULL,
    PRIMARY KEY (tenant_id, name)
);
CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
    kind varchar(20) NOT NULL CHECK (kind IN ('event', 'task', 'refresh', 'forget')),
    name varchar(255) NOT NULL,
    seq bigint,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    due_at timestamptz,
    sent_at timestamptz
);
CREATE INDEX outbox_waiting_idx ON outbox (id) WHERE sent_at IS NULL;
CREATE INDEX outbox_topic_idx ON outbox (tenant_id, name, seq);
CREATE INDEX outbox_sent_idx ON outbox (sent_at) WHERE sent_at IS NOT NULL;

-- Calls that are carried out once (reference.core.idempotency).
CREATE TABLE idempotency_keys ({OWNED},
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    place varchar(64) NOT NULL, -- digest of method, path and key
    call varchar(64) NOT NULL, -- digest of query and body
    claim uuid NOT NULL,
    claimed_at timestamptz NOT NULL,
    answered_at timestamptz,
    status integer,
    headers jsonb,
    body bytea,
    CONSTRAINT idempotency_keys_place_key UNIQUE (person_id, place)
);
CREATE INDEX idempotency_keys_claim_idx ON idempotency_keys (claim);
CREATE INDEX idempotency_keys_answered_idx ON idempotency_keys (tenant_id, answered_at);
"""

# A row can point to its own tenant's rows only, whatever the code forgets: each key from one tenant-owned table to another
# gets the tenant's id into it.
KEEP_WITHIN_TENANTS = """
DO $$
DECLARE key record;
BEGIN
    FOR key IN
        SELECT c.conname AS name, c.conrelid::regclass AS source, c.confrelid::regclass AS target, a.attname AS field,
               CASE c.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN format('SET NULL (%I)', a.attname)
                   ELSE 'NO ACTION' END AS on_delete
          FROM pg_constraint c
          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
          JOIN pg_attribute owner ON owner.attrelid = c.conrelid AND owner.attname = 'tenant_id'
          JOIN pg_attribute other ON other.attrelid = c.confrelid AND other.attname = 'tenant_id'
         WHERE c.contype = 'f' AND cardinality(c.conkey) = 1
    LOOP
        EXECUTE format('CREATE UNIQUE INDEX IF NOT EXISTS %I ON %s (tenant_id, id)', key.target || '_of_tenant_key',
                       key.target);
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %I FOREIGN KEY (tenant_id, %I)'
                       ' REFERENCES %s (tenant_id, id) ON DELETE %s', key.source, key.name, key.name, key.field,
                       key.target, key.on_delete);
    END LOOP;
END $$
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(STATEMENTS)
    op.execute(KEEP_WITHIN_TENANTS)
