create schema if not exists enforcement;

-- The order in which actions were given to the outbox.
create sequence enforcement.place;

-- What messengers are asked for because of decisions, and how that went.
create table enforcement.action (
  number      bigint generated always as identity primary key,
  action_id   uuid not null unique,
  decision_id uuid not null,
  case_id     bigint not null,
  -- MEASURE for a measure of the decision; UNDO for its end, or where a stronger measure takes its
  -- place; AGAIN where it is carried out again after that
  role        text not null check (role in ('MEASURE', 'UNDO', 'AGAIN')),
  -- the measure that is undone or carried out again
  of_action   uuid references enforcement.action (action_id),
  step        text not null check (step in ('QUARANTINE', 'REMOVE', 'RESTRICT', 'NOTIFY')),
  kind        text not null,
  messenger   text not null,
  surface     text not null,
  room        text,
  account     text,
  message     text,
  -- names the messenger, and the message, account or room
  target      text not null,
  -- kinds that exclude each other on a target, in the same countries
  condition   text not null,
  until       timestamptz,
  countries   text[] not null,
  -- what the person is told; deleted when the action ends
  text        text,
  made_at     timestamptz not null,
  state       text not null check (state in ('WAITING', 'QUEUED', 'ENDED', 'DEAD', 'WITHDRAWN')),
  -- when it was given to the outbox, as a place in the order of all
  place       bigint,
  -- whether an attempt failed or may have failed; the next step of the decision then no longer
  -- waits for this one
  attempted   boolean not null default false,
  outcome     text check (outcome in
    ('DONE', 'ALREADY', 'PARTIAL', 'UNSUPPORTED', 'DENIED', 'KEPT', 'GIVEN_UP')),
  reason      text,
  ended_at    timestamptz,
  -- whether the messenger refused the measure, now or when it was carried out again
  refused     boolean not null default false,
  -- since when a measure no longer holds: it was reversed, or its time is over
  over_at     timestamptz,
  check ((role = 'MEASURE') = (of_action is null)),
  check ((state = 'ENDED') = (outcome is not null)),
  check (role = 'MEASURE' or over_at is null)
);
create index action_of_decision on enforcement.action (decision_id, number);
create index action_of_case on enforcement.action (case_id, number);
create index action_of_target on enforcement.action (target, condition);
create index action_timed on enforcement.action (until)
  where role = 'MEASURE' and over_at is null and until is not null;
create index action_waiting on enforcement.action (decision_id, made_at) where state = 'WAITING';
create index action_failing on enforcement.action (number) where state = 'QUEUED' and attempted;
create index action_dead on enforcement.action (ended_at, number) where state = 'DEAD';
