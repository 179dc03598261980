-- The level of one product at one place. The checks are INV-7, kept by the store even if everything else were wrong.
create table stock_level (
    sku        text collate "C" not null,
    location   text collate "C" not null,
    on_hand    bigint           not null check (on_hand >= 0),
    held       bigint           not null check (held >= 0),
    damaged    bigint           not null check (damaged >= 0),
    sequence   bigint           not null check (sequence >= 1),
    updated_at timestamptz      not null,
    primary key (sku, location),
    check (held + damaged <= on_hand)
)
-- A hot level is rewritten many times a second: room on its page keeps the index out of it.
with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);

-- What is promised to an order. lines: [{sku, location, quantity}], missing: [{sku, requested, available}].
create table reservation (
    order_id   uuid primary key,
    user_id    text        not null,
    status     text        not null check (status in ('held', 'refused', 'committed', 'released', 'expired')),
    expires_at timestamptz check (expires_at is null or status = 'held'),
    lines      jsonb       not null,
    missing    jsonb       not null,
    sequence   integer     not null check (sequence >= 0),
    updated_at timestamptz not null
) with (fillfactor = 70);

create index reservation_expires_at on reservation (expires_at) where status = 'held' and expires_at is not null;

-- Append-only: a level is the sum of its movements. The unique key makes a second effect of one cause impossible.
create table movement (
    id            uuid             not null,
    sku           text collate "C" not null,
    location      text collate "C" not null,
    sequence      bigint           not null,
    reason        text             not null,
    reference     text             not null,
    cause         text             not null,
    actor         text             not null,
    note          text,
    on_hand_delta bigint           not null,
    held_delta    bigint           not null,
    damaged_delta bigint           not null,
    on_hand       bigint           not null,
    held          bigint           not null,
    damaged       bigint           not null,
    recorded_at   timestamptz      not null,
    primary key (sku, location, sequence),
    unique (cause, sku, location, reason)
);

create index movement_reference on movement (reference);

create function movement_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append-only';
end
$$;

create trigger movement_append_only before update or delete on movement
    for each statement execute function movement_is_append_only();
