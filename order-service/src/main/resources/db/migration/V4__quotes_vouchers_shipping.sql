-- What the whole order pays for sending it, in the currency of its lines.
alter table orders add column shipping_minor bigint not null default 0 check (shipping_minor >= 0);

-- A line's share of the order's voucher, and the quote it came with.
alter table order_line
    add column voucher_minor bigint not null default 0,
    add column quote text check (length(quote) <= 4096),
    add constraint voucher_within_amount check (voucher_minor between 0 and amount_minor),
    drop constraint refunded_within_paid,
    add constraint refunded_within_paid check (refunded_minor between 0 and amount_minor - voucher_minor);
