create schema if not exists report;

-- One row a notice: what it says never changes, what became of it does.
create table report.notice (
  notice_id            uuid primary key,
  received_at          timestamptz not null,
  caller               text not null,
  idempotency_key      text,
  request_digest       bytea not null,
  -- SHA-256 of the code of the receipt, which stands nowhere
  code_digest          bytea not null unique,
  origin               text not null check (origin in ('form', 'messenger', 'flagger')),
  key_id               text,
  reporter             text,
  organisation_id      uuid,
  within_scope         boolean,
  -- the organisation's own name for it
  reference            text,
  -- by which a reporter is recognised who sends again, 64 hex digits
  reporter_mark        text,
  ground               text not null check (ground in ('illegal', 'rules')),
  category             text not null,
  explanation          text not null,
  surface              text not null,
  good_faith           boolean not null,
  language             text not null,
  duplicate_of         uuid references report.notice,
  decided_at           timestamptz,
  founded              boolean,
  automated            boolean,
  sentence             text,
  manifestly_unfounded boolean,
  -- when name, address and what a messenger calls the reporter were deleted
  reporter_forgotten_at timestamptz,
  -- when all else was deleted that the notice says of people: its row stays to be counted
  forgotten_at         timestamptz,
  check (forgotten_at is null or reporter_forgotten_at is not null),
  check ((origin = 'messenger') = (key_id is not null)),
  check ((origin = 'flagger') = (organisation_id is not null)),
  check ((origin = 'flagger') = (within_scope is not null)),
  check (origin = 'flagger' or reference is null),
  check ((decided_at is null) = (founded is null)),
  check ((decided_at is null) = (automated is null)),
  check ((decided_at is null) = (sentence is null)),
  check ((decided_at is null) = (manifestly_unfounded is null))
);

create unique index notice_by_key on report.notice (caller, idempotency_key)
  where idempotency_key is not null;
create index notice_by_time on report.notice (received_at);
create index notice_open on report.notice (category) where decided_at is null;
create index notice_by_reporter on report.notice (reporter_mark, received_at)
  where reporter_mark is not null;
create index notice_with_reporter on report.notice (decided_at)
  where reporter_forgotten_at is null;
create index notice_with_content on report.notice (decided_at) where forgotten_at is null;
create index notice_by_organisation on report.notice (organisation_id, received_at)
  where organisation_id is not null;

-- How to reach a reporter, apart from the rest, so that it can go before it.
create table report.contact (
  notice_id uuid primary key references report.notice on delete cascade,
  name      text not null,
  email     text not null
);

-- Where what is reported stands.
create table report.place (
  notice_id uuid not null references report.notice on delete cascade,
  number    smallint not null,
  account   text,
  room      text,
  message   text,
  address   text,
  -- SHA-256 of the four, by which notices of the same place are found
  digest    bytea not null,
  primary key (notice_id, number)
);
create index place_by_digest on report.place (digest);

-- What came with a notice, sealed in the vault.
create table report.attachment (
  notice_id   uuid not null references report.notice on delete cascade,
  number      smallint not null,
  evidence_id uuid not null,
  kind        text not null,
  scan_id     uuid,
  -- what a snapshot says, so that it can be known without opening it
  verified    boolean not null,
  staff       boolean not null,
  members     bigint,
  account_language text,
  primary key (notice_id, number)
);

-- Who sends forms, as a digest under a secret, and until when they would have come had they
-- come evenly.
create table report.throttle (
  place_digest bytea primary key,
  due_at       timestamptz not null
);
create index throttle_by_time on report.throttle (due_at);

-- What was done about reporters who send what is manifestly unfounded, with the four factors.
create table report.misuse (
  misuse_id     bigint generated always as identity primary key,
  reporter_mark text not null,
  -- of a suspension; a warning has none
  until         timestamptz,
  number        integer not null,
  total         integer not null,
  gravity       text not null,
  intent        text not null,
  reason        text not null,
  by            text not null,
  at            timestamptz not null
);
create index misuse_by_reporter on report.misuse (reporter_mark, at);

-- Organisations with a status: proposed by one of our people, verified by another.
create table report.flagger (
  organisation_id uuid primary key,
  status          text not null check (status in ('TRUSTED_FLAGGER', 'PARTNER')),
  awarder         text not null,
  valid_from      date not null,
  valid_until     date,
  proposed_by     text not null,
  proposed_at     timestamptz not null,
  verified_by     text,
  verified_at     timestamptz,
  ended_by        text,
  ended_at        timestamptz,
  check (verified_by <> proposed_by),
  check ((verified_by is null) = (verified_at is null)),
  check ((ended_by is null) = (ended_at is null))
);

create table report.flagger_category (
  organisation_id uuid not null references report.flagger,
  category        text not null,
  primary key (organisation_id, category)
);

-- The keys by which organisations send; a key never changes its organisation.
create table report.flagger_key (
  key_id          text primary key,
  organisation_id uuid not null references report.flagger
);

-- The months that organisations have countersigned, with the numbers as they stood.
create table report.flagger_month (
  organisation_id  uuid not null references report.flagger,
  month            date not null,
  notices          integer not null,
  founded          integer not null,
  unfounded        integer not null,
  open             integer not null,
  countersigned_by text not null,
  countersigned_at timestamptz not null,
  primary key (organisation_id, month)
);

-- Mails to reporters: due, sent, or given up (neither next_at nor sent_at).
create table report.mail (
  mail_id   bigint generated always as identity primary key,
  notice_id uuid not null references report.notice,
  kind      text not null check (kind in ('RECEIVED', 'DECIDED')),
  attempts  integer not null default 0,
  next_at   timestamptz,
  sent_at   timestamptz
);
create index mail_due on report.mail (next_at) where next_at is not null;
