-- What tenants have configured of the plugins (reference.plugins).
CREATE TABLE plugin_configurations ({OWNED},
    {VERSION},
    name varchar(50) NOT NULL,
    config jsonb NOT NULL,
    signing_secret varchar(255),
    enabled boolean NOT NULL DEFAULT false,
    enabled_at timestamptz CHECK (enabled = (enabled_at IS NOT NULL)),
    enabled_by uuid REFERENCES people (id),
    updated_by uuid NOT NULL REFERENCES people (id),
    exported_on date,
    CONSTRAINT plugin_configurations_name_key UNIQUE (tenant_id, name)
);
CREATE INDEX plugin_configurations_enabler_idx ON plugin_configurations (enabled_by);
CREATE INDEX plugin_configurations_changer_idx ON plugin_configurations (updated_by);
