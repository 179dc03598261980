-- Where goods are. A place that is not listed here but has levels counts as one of ordinary priority.
create table location (
    name       text collate "C" primary key,
    title      text        not null,
    priority   integer     not null,
    sellable   boolean     not null,
    version    bigint      not null check (version >= 1),
    updated_at timestamptz not null
);

-- demands: what was asked, [{sku, location?, quantity}]; lines: what of it is held, or has left, where.
-- backordered: what is promised and still to come, [{sku, quantity, turn}]. units: the sum of the demands.
alter table reservation
    add column policy      text    not null default 'hold' check (policy in ('none', 'track', 'hold')),
    add column exempt      boolean not null default false,
    add column held_at     timestamptz,
    add column demands     jsonb   not null default '[]',
    add column units       bigint  not null default 0 check (units >= 0),
    add column backordered jsonb   not null default '[]' check (backordered = '[]' or status = 'held'),
    add column reason      text check (reason in ('out-of-stock', 'hold-quota'));

update reservation
   set demands = (select coalesce(jsonb_agg(jsonb_build_object('sku', line -> 'sku', 'quantity', line -> 'quantity')
                                            order by line ->> 'sku' collate "C"), '[]')
                    from jsonb_array_elements(lines) line),
       units = (select coalesce(sum((line ->> 'quantity')::bigint), 0) from jsonb_array_elements(lines) line),
       held_at = case when status = 'held' then updated_at end,
       reason = case when status = 'refused' then 'out-of-stock' end;

-- What is asked of the waiting and of those who hold much, without a look at all that is long over.
create index reservation_waiting on reservation (order_id) where backordered <> '[]';
create index reservation_open on reservation (user_id)
    where status = 'held' and expires_at is not null and not exempt;
create index reservation_user on reservation (user_id, order_id);

-- How much of a product may be promised before it is there. turns: how many promises there were, which is their order.
create table backorder (
    sku            text collate "C" primary key,
    quantity_limit bigint      not null check (quantity_limit >= 0),
    promised       bigint      not null check (promised >= 0),
    turns          bigint      not null check (turns >= 0),
    version        bigint      not null check (version >= 1),
    updated_at     timestamptz not null
) with (fillfactor = 50);

create index backorder_promised on backorder (sku) where promised > 0;

-- Takes the users' turns, lowest key first for everybody, and only then looks at what they hold: in a volatile function
-- each statement sees what the last owner of the turn has committed. In one call, so that a batch pays one round trip.
-- Planned at each call, user by user: a plan kept from when the table was small reads all of it when it is not.
create function open_holds(users text[], at timestamptz)
    returns table (holder text, orders bigint, units bigint) language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock(725001, turn.key)
       from (select distinct hashtext(name) as key from unnest(users) name order by 1) turn;
    return query execute '
        select name, counted.orders, counted.units
          from unnest($1) name
         cross join lateral (
             select count(*) as orders, coalesce(sum(held.units), 0)::bigint as units
               from reservation held
              where held.user_id = name and held.status = ''held'' and held.expires_at is not null
                and not held.exempt and held.expires_at > $2) counted' using users, at;
end
$$;
