-- A comparison of levels, journal, holds and orders. The cause makes asking twice one comparison.
create table reconciliation (
    id           uuid primary key,
    cause        text        not null unique,
    sku          text,
    actor        text        not null,
    requested_at timestamptz not null,
    progress     text        not null check (progress in ('requested', 'running', 'completed', 'failed')),
    attempt      integer     not null default 0,
    taken_at     timestamptz,
    finished_at  timestamptz,
    levels       bigint,
    orders       bigint,
    orders_side  text,
    remark       text
);

create index reconciliation_waiting on reconciliation (requested_at) where progress in ('requested', 'running');

-- What it has found, with the numbers of both sides as they were then, and what an operator has decided about it.
create table reconciliation_break (
    reconciliation_id uuid    not null references reconciliation,
    number            integer not null,
    kind              text    not null,
    evidence          jsonb   not null,
    ruling            text check (ruling in ('approved', 'rejected')),
    decided_by        text,
    decided_at        timestamptz,
    decided_because   text,
    primary key (reconciliation_id, number),
    check ((ruling is null) = (decided_by is null) and (ruling is null) = (decided_at is null))
);
