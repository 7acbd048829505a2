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
