-- First answers, kept so that a request sent again gets the same one.
create table idempotent_request (
    caller      text        not null,
    key         text        not null,
    fingerprint bytea       not null,
    status      smallint    not null,
    headers     jsonb       not null,
    body        bytea       not null,
    created_at  timestamptz not null,
    primary key (caller, key)
);

create index idempotent_request_created_at on idempotent_request (created_at);
