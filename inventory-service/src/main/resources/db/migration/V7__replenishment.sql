-- When and how much to order for one product at one place. A version is never used again, also after a delete.
create sequence replenishment_rule_version;

create table replenishment_rule (
    rule_id           text collate "C" primary key,
    sku               text collate "C" not null,
    location          text collate "C" not null,
    min               bigint           not null check (min >= 0),
    max               bigint           not null check (max >= 1 and max >= min),
    multiple          bigint           not null check (multiple >= 1),
    minimum_order     bigint           not null check (minimum_order >= 1),
    lead_time_seconds bigint           not null check (lead_time_seconds >= 0),
    supplier          text             not null,
    mode              text             not null check (mode in ('automatic', 'to-approve')),
    service_level     double precision check (service_level >= 0.5 and service_level < 1),
    active            boolean          not null,
    version           bigint           not null default nextval('replenishment_rule_version')
);

create index replenishment_rule_level on replenishment_rule (sku, location, rule_id) where active;

-- inputs and formula say why so much; a replenishment that a person asked for has none.
create table replenishment (
    id                 uuid primary key,
    rule_id            text collate "C",
    sku                text collate "C" not null,
    location           text collate "C" not null,
    supplier           text             not null,
    status             text             not null check (status in
        ('proposed', 'approved', 'ordered', 'partly-received', 'received', 'cancelled')),
    proposed           bigint           not null check (proposed >= 1),
    wanted             bigint           not null check (wanted >= 1),
    received           bigint           not null check (received >= 0),
    pending            bigint           not null check (pending >= 0),
    supplier_reference text,
    expected_at        timestamptz,
    inputs             jsonb,
    formula            jsonb            not null,
    actor              text             not null,
    reason             text,
    sequence           integer          not null check (sequence >= 1),
    created_at         timestamptz      not null,
    updated_at         timestamptz      not null
);

-- However many ask at the same moment: a rule has one proposal that is not ordered yet, or none.
create unique index replenishment_open_proposal on replenishment (sku, location, rule_id)
    where status in ('proposed', 'approved');

create index replenishment_incoming on replenishment (sku, location)
    where status in ('proposed', 'approved', 'ordered', 'partly-received');

create index replenishment_status on replenishment (status, id);
create index replenishment_sku on replenishment (sku, id);

-- Noted before the goods are booked and marked after it, so that whatever is killed between the two can be finished.
create table replenishment_receipt (
    id               uuid primary key,
    replenishment_id uuid             not null references replenishment,
    sku              text collate "C" not null,
    location         text collate "C" not null,
    quantity         bigint           not null check (quantity >= 1),
    actor            text             not null,
    note             text,
    noted_at         timestamptz      not null,
    booked_at        timestamptz
);

create index replenishment_receipt_of on replenishment_receipt (replenishment_id, id);
create index replenishment_receipt_pending on replenishment_receipt (noted_at) where booked_at is null;

-- The latest forecast of each level. days: units of the first, second, … day from as_of.
create table demand_forecast (
    sku           text collate "C" not null,
    location      text collate "C" not null,
    sequence      bigint           not null,
    as_of         timestamptz      not null,
    model         text             not null,
    mean_per_day  numeric          not null check (mean_per_day >= 0),
    sigma_per_day numeric check (sigma_per_day >= 0),
    days          numeric[]        not null,
    primary key (sku, location)
);

-- What is to come from suppliers.
create view incoming_stock as
    select sku, location, wanted - received as units
      from replenishment
     where status in ('proposed', 'approved', 'ordered', 'partly-received');
