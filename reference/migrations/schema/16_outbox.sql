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
