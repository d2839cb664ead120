create schema outbox;

-- Effects on the world outside the database: pending, delivered, dead, or given up.
create table outbox.effect (
  number    bigint generated always as identity primary key,
  effect_id uuid not null unique,
  kind      text not null,
  -- effects of one key are delivered in the order of their numbers
  key       text not null,
  -- what the handler needs; deleted once the effect is delivered or given up
  payload   text,
  state     text not null check (state in ('PENDING', 'DELIVERED', 'DEAD', 'GIVEN_UP')),
  attempts  integer not null default 0,
  -- the next attempt; during an attempt, the end of its lease
  next_at   timestamptz,
  lease     uuid,
  -- why the last attempt failed: a stable word
  failure   text,
  added_at  timestamptz not null,
  ended_at  timestamptz,
  check ((state = 'PENDING') = (next_at is not null)),
  check ((state = 'PENDING') = (ended_at is null)),
  check ((state in ('PENDING', 'DEAD')) = (payload is not null)),
  check (state <> 'DEAD' or failure is not null)
);
create index effect_due on outbox.effect (kind, next_at, number) where state = 'PENDING';
create index effect_in_order on outbox.effect (key, number) where state = 'PENDING';
create index effect_by_key on outbox.effect (key, number) where state = 'DELIVERED';
create index effect_dead on outbox.effect (ended_at, number) where state = 'DEAD';
create index effect_ended on outbox.effect (ended_at) where state in ('DELIVERED', 'GIVEN_UP');
