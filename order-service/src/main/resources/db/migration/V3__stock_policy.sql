-- What an order wants of the stock: a partner may sell what is none of ours, or what is only to be counted.
alter table orders add column stock_policy text not null default 'HOLD'
    check (stock_policy in ('NONE', 'TRACK', 'HOLD'));
