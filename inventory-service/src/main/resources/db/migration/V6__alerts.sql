-- How fast a level has been leaving in the last hour.
create index movement_recent on movement (sku, location, recorded_at);

-- To which category a product belongs: decides who is told. Unsaid it is 'general'.
create table product_category (
    sku      text collate "C" primary key,
    category text not null
);

-- Every crossing that was ever heard of, once. Alerts are made of nothing else, so that no order of hearing matters.
create table stock_crossing (
    sku           text collate "C" not null,
    location      text collate "C" not null,
    sequence      bigint           not null check (sequence >= 1),
    before        text             not null check (before in ('ok', 'low', 'out')),
    supply        text             not null check (supply in ('ok', 'low', 'out') and supply <> before),
    available     bigint           not null,
    safety_stock  bigint           not null,
    reorder_point bigint           not null,
    hysteresis    bigint           not null,
    occurred_at   timestamptz      not null,
    primary key (sku, location, sequence)
);

create table stock_alert (
    id                    uuid primary key,
    sku                   text collate "C" not null,
    location              text collate "C" not null,
    category              text             not null,
    kind                  text             not null check (kind in ('low', 'out')),
    state                 text             not null check (state in ('open', 'acknowledged', 'cleared')),
    first_sequence        bigint           not null,
    sequence              bigint           not null check (sequence >= first_sequence),
    available             bigint           not null,
    safety_stock          bigint           not null,
    reorder_point         bigint           not null,
    hysteresis            bigint           not null,
    raised_at             timestamptz      not null,
    changed_at            timestamptz      not null,
    cleared_at            timestamptz check ((cleared_at is not null) = (state = 'cleared')),
    projected_out_at      timestamptz,
    acknowledged_by       text check (acknowledged_by is not null or state <> 'acknowledged'),
    acknowledged_at       timestamptz,
    acknowledged_note     text,
    acknowledged_sequence bigint,
    reminders             integer          not null default 0,
    reminded_at           timestamptz,
    unique (sku, location, first_sequence)
);

-- Whatever went wrong, a level has one alert at most that is not cleared.
create unique index stock_alert_of_level on stock_alert (sku, location) where state <> 'cleared';
create index stock_alert_open on stock_alert (id) where state <> 'cleared';
create index stock_alert_cleared on stock_alert (cleared_at) where state = 'cleared';

-- Who is told of what. secret and previous_secret sign webhooks; the previous one until its time is up.
create table alert_channel (
    id               uuid primary key,
    type             text        not null check (type in ('webhook', 'mail')),
    category         text        not null,
    kinds            text[]      not null check (cardinality(kinds) > 0),
    address          text        not null,
    secret           text check ((secret is not null) = (type = 'webhook')),
    previous_secret  text,
    previous_until   timestamptz,
    created_by       text        not null,
    created_at       timestamptz not null,
    removed_at       timestamptz,
    window_started   timestamptz not null default '-infinity',
    sent_in_window   integer     not null default 0
);

-- What one channel is told of one alert. message_id: several may go out in one message. due_at: not to be sent before,
-- also while somebody is sending it.
create table alert_delivery (
    id         uuid primary key,
    alert_id   uuid        not null references stock_alert on delete cascade,
    channel_id uuid        not null references alert_channel,
    notice     jsonb       not null,
    status     text        not null check (status in ('pending', 'sent', 'failed', 'undeliverable', 'cancelled')),
    message_id uuid,
    attempts   integer     not null default 0,
    due_at     timestamptz not null,
    created_at timestamptz not null,
    sent_at    timestamptz check ((sent_at is not null) = (status = 'sent')),
    last_error text
) with (fillfactor = 70);

create index alert_delivery_due on alert_delivery (channel_id, due_at) where status = 'pending';
create index alert_delivery_stuck on alert_delivery (status) where status in ('failed', 'undeliverable');
create index alert_delivery_alert on alert_delivery (alert_id);
create index alert_delivery_message on alert_delivery (message_id) where status = 'pending';
