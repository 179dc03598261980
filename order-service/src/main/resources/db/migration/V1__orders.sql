create table item (
    sku         text primary key,
    title       text        not null,
    category    text        not null,
    merchant    text        not null,
    currency    text        not null,
    price_minor bigint      not null check (price_minor >= 0),
    version     bigint      not null,
    updated_at  timestamptz not null default now()
);
create index item_by_category on item (category, sku);

create table orders (
    order_id          uuid primary key,
    user_id           text        not null,
    partner           text,
    external_number   text,
    stated            text,
    occurred_at       timestamptz not null,
    received_at       timestamptz not null,
    recorded_at       timestamptz not null,
    -- How far it has come; sequence counts the events of the order and its returns.
    state             text        not null,
    sequence          integer     not null,
    deadline          timestamptz,
    open_returns      integer     not null default 0 check (open_returns >= 0),
    payment_reference text,
    reason            text,
    missing           jsonb,
    constraint partner_is_whole check (
        (partner is null) = (external_number is null) and (partner is null) = (stated is null)
    ),
    constraint external_number_once unique (partner, external_number)
);
create index orders_of_user on orders (user_id, order_id desc);
create index orders_in_state on orders (state, order_id desc);
-- What the clock moves on by itself: only these rows are ever looked at by the sweeper.
create index orders_overdue on orders (deadline) where deadline is not null and open_returns = 0;

create table order_line (
    order_id       uuid    not null references orders,
    line           integer not null,
    sku            text    not null,
    title          text    not null,
    category       text    not null,
    merchant       text    not null,
    quantity       integer not null check (quantity > 0),
    currency       text    not null,
    amount_minor   bigint  not null check (amount_minor >= 0),
    -- INV-11 holds even if the code above it were wrong.
    returned       integer not null default 0,
    refunded_minor bigint  not null default 0,
    primary key (order_id, line),
    constraint returned_within_sold check (returned between 0 and quantity),
    constraint refunded_within_paid check (refunded_minor between 0 and amount_minor)
);

create table order_return (
    return_id       uuid primary key,
    order_id        uuid        not null references orders,
    state           text        not null,
    reason          text        not null,
    refusal         text,
    occurred_at     timestamptz not null,
    partner         text,
    external_number text,
    constraint return_external_number_once unique (partner, external_number)
);
create index returns_of_order on order_return (order_id, return_id);

create table return_line (
    return_id    uuid    not null references order_return,
    line         integer not null,
    sku          text    not null,
    quantity     integer not null check (quantity > 0),
    currency     text    not null,
    refund_minor bigint  not null check (refund_minor >= 0),
    condition    text,
    primary key (return_id, line)
);

-- One row per message of the payment provider: its redelivery changes nothing.
create table payment_notice (
    webhook_id        text primary key,
    order_id          uuid        not null references orders,
    payment_reference text        not null,
    outcome           text        not null,
    occurred_at       timestamptz not null,
    received_at       timestamptz not null
);
create index payment_notices_of_order on payment_notice (order_id);

-- One row per payment that came in: the same payment told twice is one payment.
create table payment (
    payment_reference text primary key,
    order_id          uuid   not null references orders,
    currency          text   not null,
    amount_minor      bigint not null,
    refund_reason     text
);

-- The numbers a partner has used, for orders and for returns, and for what: the same number never has two effects.
create table partner_claim (
    partner         text not null,
    kind            text not null,
    external_number text not null,
    fingerprint     text not null,
    subject_id      uuid not null,
    primary key (partner, kind, external_number)
);
