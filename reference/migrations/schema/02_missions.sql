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
    cause jsonb NOT NULL DEFAULT '{}'
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
