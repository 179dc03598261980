-- What is on its way from one location to another. Whether a step is booked is said by booked_cause alone, under
-- transfer/<id>/<request>; what is open is only noted, so that the others need not be looked at.
create table transfer (
    id          uuid primary key,
    source      text collate "C" not null,
    destination text collate "C" not null check (destination <> source),
    reference   text             not null,
    opened_by   text             not null,
    opened_at   timestamptz      not null,
    open        boolean          not null default true
);

create index transfer_open on transfer (open, id);

create table transfer_step (
    transfer_id uuid             not null references transfer on delete cascade,
    request     text collate "C" not null,
    number      bigint generated always as identity,
    kind        text             not null check (kind in ('send', 'receive', 'return', 'lose')),
    actor       text             not null,
    reason_code text,
    note        text,
    at          timestamptz      not null,
    primary key (transfer_id, request)
);

-- Asked for twice, it is one transfer.
create unique index transfer_step_send on transfer_step (request) where kind = 'send';

create table transfer_unit (
    transfer_id uuid             not null,
    request     text collate "C" not null,
    sku         text collate "C" not null,
    quantity    bigint           not null check (quantity >= 1),
    primary key (transfer_id, request, sku),
    foreign key (transfer_id, request) references transfer_step on delete cascade
);

create index transfer_unit_sku on transfer_unit (sku);
