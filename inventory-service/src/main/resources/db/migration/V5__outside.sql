-- Few levels are short, and operators ask for just those.
create index stock_level_shortfall on stock_level (sku, location) where shortfall > 0;

-- What people have done with a dead letter, in the order in which they did it. "attempt" makes two who do it at the same
-- time see each other: one of them is second.
create table dead_letter_handling (
    topic       text        not null,
    partition   integer     not null,
    "offset"    bigint      not null,
    attempt     integer     not null check (attempt >= 1),
    action      text        not null check (action in ('replayed', 'discarded')),
    edited      boolean     not null check (not edited or action = 'replayed'),
    actor       text        not null,
    note        text,
    handled_at  timestamptz not null,
    primary key (topic, partition, "offset", attempt)
);
