-- What is enough, and what has left without having been known here.
alter table stock_level
    add column shortfall     bigint not null default 0 check (shortfall >= 0),
    add column safety_stock  bigint not null default 0 check (safety_stock >= 0),
    add column reorder_point bigint not null default 0 check (reorder_point >= 0),
    add column hysteresis    bigint not null default 0 check (hysteresis >= 0),
    add column supply        text   not null default 'ok' check (supply in ('ok', 'low', 'out'));

update stock_level set supply = 'out' where on_hand = held + damaged;

alter table movement
    add column shortfall       bigint not null default 0,
    add column shortfall_delta bigint not null default 0;
