-- Since when an order is as it is: who compares notes with us leaves out what has only just moved.
alter table orders add column updated_at timestamptz not null default now();

-- Orders for which goods must be there or have left.
create index orders_open on orders (order_id) where state in ('CONFIRMED', 'PAID', 'SHIPPED', 'DELIVERED');
