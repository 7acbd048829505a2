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
