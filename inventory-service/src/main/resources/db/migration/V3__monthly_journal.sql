-- The journal by months, so that old ones can leave as a whole. What they have moved stays: a level is what was carried
-- forward plus the sum of the journal that is kept (INV-8).
drop index movement_reference;
drop trigger movement_append_only on movement;
alter table movement rename to movement_whole;

create table movement (like movement_whole including defaults) partition by range (recorded_at);

alter table movement add column reason_code text;

create index movement_reference on movement (reference);

-- For each row, because only such a trigger is a trigger of every partition as well.
create trigger movement_append_only before update or delete on movement
    for each row execute function movement_is_append_only();

-- The keys are each partition's own: one over all of them would have to contain the time, and be none.
create function movement_add_partition(name text, bounds text) returns void language plpgsql as $$
begin
    execute format('create table %I partition of movement %s', name, bounds);
    execute format('alter table %I add primary key (sku, location, sequence), add unique (cause, sku, location, reason)',
        name);
end
$$;

create function movement_add_month(month date) returns void language plpgsql as $$
begin
    perform movement_add_partition(
        to_char(month, '"movement_"YYYY_MM'),
        format('for values from (%L) to (%L)',
            to_char(month, 'YYYY-MM-DD"T00:00Z"'), to_char(month + interval '1 month', 'YYYY-MM-DD"T00:00Z"')));
end
$$;

-- Takes what no month is there for: better that than to refuse a movement.
select movement_add_partition('movement_default', 'default');

select movement_add_month(month::date)
  from generate_series(
      (select date_trunc('month', coalesce(min(recorded_at), now()) at time zone 'UTC') from movement_whole),
      date_trunc('month', now() at time zone 'UTC') + interval '3 months',
      interval '1 month') as month;

insert into movement select * from movement_whole;

-- What goods were moved for, so that a cause has its effect only once, also when its movements have left the journal.
create table booked_cause (
    cause       text collate "C" primary key,
    recorded_at timestamptz      not null
);

-- The commands of an order are once only by its reservation.
insert into booked_cause
select cause, min(recorded_at)
  from movement_whole
 where reason not in ('hold', 'commit', 'release', 'expire')
 group by cause;

drop table movement_whole;

-- What the months that have left have moved.
create table movement_carried (
    sku       text collate "C" not null,
    location  text collate "C" not null,
    on_hand   bigint           not null,
    held      bigint           not null,
    damaged   bigint           not null,
    shortfall bigint           not null,
    sequence  bigint           not null,
    through   timestamptz      not null,
    primary key (sku, location)
);
