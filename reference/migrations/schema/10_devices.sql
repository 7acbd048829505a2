-- The devices by which people work (reference.devices).
CREATE TABLE devices ({OWNED},
    {VERSION},
    device_id varchar(255) NOT NULL CHECK (device_id ~ '^[A-Za-z0-9_-]{5,255}$'),
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    type varchar(10) NOT NULL CHECK (type IN ('phone', 'tablet', 'laptop', 'desktop')),
    name varchar(100) NOT NULL DEFAULT '',
    status varchar(10) NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT devices_device_id_key UNIQUE (tenant_id, device_id)
);
CREATE INDEX devices_created_idx ON devices (tenant_id, created_at);
CREATE INDEX devices_person_idx ON devices (person_id);
