-- What is counted, against how it was when the count was opened. Whether a line is booked is said by booked_cause alone.
create table stock_count (
    id        uuid primary key,
    location  text collate "C" not null,
    reference text             not null,
    opened_by text             not null,
    opened_at timestamptz      not null,
    status    text             not null check (status in ('open', 'closed', 'cancelled')),
    version   bigint           not null check (version >= 1)
);

create index stock_count_status on stock_count (status, id);

create table stock_count_line (
    count_id   uuid             not null references stock_count,
    sku        text collate "C" not null,
    baseline   bigint           not null check (baseline >= 0),
    shortfall  bigint           not null check (shortfall >= 0),
    sequence   bigint           not null check (sequence >= 0),
    counted    bigint check (counted >= 0),
    counted_by text,
    closing    boolean          not null default false,
    refusal    text,
    primary key (count_id, sku)
);

-- A count may be of all products of one location.
create index stock_level_location on stock_level (location);
