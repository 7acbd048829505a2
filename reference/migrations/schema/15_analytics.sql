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
