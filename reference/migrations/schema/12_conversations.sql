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
