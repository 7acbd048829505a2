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
