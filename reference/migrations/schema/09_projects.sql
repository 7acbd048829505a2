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
