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
