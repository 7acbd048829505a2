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
