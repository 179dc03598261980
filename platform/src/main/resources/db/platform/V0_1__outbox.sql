-- Events on their way to Kafka. A row lives from the commit that wrote it until its delivery is acknowledged.
create table outbox (
    id         bigint generated always as identity primary key,
    bucket     smallint    not null check (bucket between 0 and 15),
    topic      text        not null,
    key        text        not null,
    payload    bytea       not null,
    headers    jsonb       not null default '{}',
    created_at timestamptz not null default clock_timestamp()
)
-- Rows come and go all day: vacuum early, so that the index stays as small as the table.
with (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 2000);

create index outbox_bucket_id on outbox (bucket, id);
