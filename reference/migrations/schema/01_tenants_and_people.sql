CREATE TABLE tenants ({COMMON},
    {VERSION},
    slug varchar(50) NOT NULL CONSTRAINT tenants_slug_key UNIQUE CHECK (slug ~ '^[a-z0-9-]{1,50}$'),
    name varchar(100) NOT NULL CHECK (name <> ''),
    status varchar(20) NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
    suspended_at timestamptz,
    suspension_reason varchar(500) NOT NULL DEFAULT '',
    settings jsonb NOT NULL DEFAULT
        '{"timezone": "UTC", "payroll_cutoff_day": 5, "conflict_overrides": {}, "security_email": null}',
    missions_per_month integer NOT NULL DEFAULT 500 CHECK (missions_per_month >= 0),
    missions_running integer NOT NULL DEFAULT 10 CHECK (missions_running >= 0),
    missions_this_month integer NOT NULL DEFAULT 0 CHECK (missions_this_month >= 0),
    counted_month varchar(7) NOT NULL DEFAULT '',
    rules_numbered integer NOT NULL DEFAULT 0
);

CREATE TABLE people ({OWNED},
    {VERSION},
    email varchar(254) NOT NULL CHECK (email <> ''),
    full_name varchar(100) NOT NULL,
    password_hash varchar(255) CHECK (password_hash IS NOT NULL OR status IN ('invited', 'removed')),
    role varchar(20) NOT NULL
        CHECK (role IN ('admin', 'supervisor', 'operator', 'worker', 'sales', 'verifier', 'viewer')),
    status varchar(20) NOT NULL DEFAULT 'active'
        CHECK (status IN ('invited', 'active', 'locked', 'deactivated', 'removed')),
    modules jsonb,
    onboarding_completed boolean NOT NULL DEFAULT true,
    profile jsonb NOT NULL DEFAULT '{"phone": null, "emergency_contact_name": null,
        "emergency_contact_phone": null, "locale": null, "timezone": null}',
    last_login_at timestamptz,
    locked_until timestamptz,
    wrong_passwords jsonb NOT NULL DEFAULT '[]'
);
CREATE UNIQUE INDEX people_email_key ON people (tenant_id, lower(email)) WHERE status <> 'removed';
CREATE INDEX people_created_idx ON people (tenant_id, created_at);

CREATE TABLE sites ({OWNED},
    {VERSION},
    code varchar(30) NOT NULL CHECK (code ~ '^[A-Za-z0-9_-]{1,30}$'),
    name varchar(200) NOT NULL CHECK (name <> ''),
    parent_id uuid REFERENCES sites (id) CHECK (parent_id <> id),
    enabled boolean NOT NULL DEFAULT true,
    latitude double precision CHECK (latitude BETWEEN -90 AND 90),
    longitude double precision CHECK (longitude BETWEEN -180 AND 180),
    permissible_distance_m integer NOT NULL DEFAULT 100 CHECK (permissible_distance_m BETWEEN 10 AND 10000),
    geofence jsonb,
    face_required boolean NOT NULL DEFAULT false,
    timezone varchar(100) NOT NULL,
    lead_id uuid REFERENCES people (id),
    security_email varchar(254)
);
CREATE UNIQUE INDEX sites_code_key ON sites (tenant_id, lower(code));
CREATE INDEX sites_created_idx ON sites (tenant_id, created_at);
CREATE INDEX sites_parent_idx ON sites (parent_id);
CREATE INDEX sites_lead_idx ON sites (lead_id);
ALTER TABLE people ADD COLUMN site_id uuid REFERENCES sites (id);
CREATE INDEX people_site_idx ON people (site_id);

CREATE TABLE invitations ({OWNED},
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    email varchar(254) NOT NULL,
    full_name varchar(100) NOT NULL,
    role varchar(20) NOT NULL
        CHECK (role IN ('admin', 'supervisor', 'operator', 'worker', 'sales', 'verifier', 'viewer')),
    site_id uuid REFERENCES sites (id) ON DELETE SET NULL,
    modules jsonb,
    onboarding boolean NOT NULL DEFAULT false,
    status varchar(20) NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'accepted', 'revoked')),
    expires_at timestamptz NOT NULL,
    invited_by uuid NOT NULL REFERENCES people (id),
    links integer NOT NULL DEFAULT 1
);
CREATE INDEX invitations_created_idx ON invitations (tenant_id, created_at);
CREATE INDEX invitations_person_idx ON invitations (person_id);
CREATE INDEX invitations_site_idx ON invitations (site_id);
CREATE INDEX invitations_inviter_idx ON invitations (invited_by);

CREATE TABLE sessions ({OWNED},
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind varchar(20) NOT NULL DEFAULT 'token' CHECK (kind IN ('token', 'cookie')),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    ip varchar(45) NOT NULL DEFAULT '',
    user_agent varchar(500) NOT NULL DEFAULT '',
    cookie_hash varchar(64) CONSTRAINT sessions_cookie_key UNIQUE,
    csrf_hash varchar(64),
    cookie_seen_at timestamptz,
    CHECK ((kind = 'cookie') = (num_nonnulls(cookie_hash, csrf_hash, cookie_seen_at) = 3))
);
CREATE INDEX sessions_person_idx ON sessions (person_id);
CREATE INDEX sessions_tenant_idx ON sessions (tenant_id);

CREATE TABLE refresh_tokens ({OWNED},
    session_id uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    token_hash varchar(64) NOT NULL CONSTRAINT refresh_tokens_hash_key UNIQUE,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX refresh_tokens_session_idx ON refresh_tokens (session_id);
CREATE INDEX refresh_tokens_tenant_idx ON refresh_tokens (tenant_id);
