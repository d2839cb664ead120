create schema if not exists scan;

-- One row a scan. The media itself is never stored.
create table scan.scan (
  scan_id         uuid primary key,
  caller          text not null,
  idempotency_key text,
  request_digest  bytea not null,
  surface         text not null,
  room            text,
  account         text,
  message         text,
  size            bigint not null,
  format          text,
  width           integer,
  height          integer,
  quality         smallint,
  -- eight signals of 32 bytes, in the order of the orientations
  pdq             bytea,
  md5             bytea not null,
  sha1            bytea not null,
  sha256          bytea not null,
  outcome         text not null,
  -- why the picture was not compared, whatever the outcome
  cause           text,
  bank_revision   bigint not null,
  policy_revision integer not null,
  scanned_at      timestamptz not null,
  check (pdq is null or length(pdq) = 256),
  check ((pdq is null) = (quality is null)),
  check (outcome in ('clear', 'matched', 'unscannable'))
);

create index scan_by_time on scan.scan (scanned_at);
create unique index scan_by_key on scan.scan (caller, idempotency_key)
  where idempotency_key is not null;

-- Matches, with the bank and the policy as they were then.
create table scan.match (
  scan_id              uuid not null references scan.scan on delete cascade,
  member_id            bigint not null,
  bank_id              integer not null,
  bank                 text not null,
  category             text not null,
  radius               smallint not null,
  verified             boolean not null,
  signal_type          text not null,
  distance             integer not null,
  transform            text,
  disputed             boolean not null,
  contradicted         boolean not null,
  policy_revision      integer not null,
  severity             text,
  measure              text not null,
  confirmation         text not null,
  found_at             timestamptz not null,
  retro                boolean not null,
  silenced_by_bank     text,
  silenced_by_member   bigint,
  silenced_by_distance integer,
  primary key (scan_id, member_id, retro),
  check ((silenced_by_bank is null) = (silenced_by_member is null)),
  check ((silenced_by_bank is null) = (silenced_by_distance is null))
);

-- Scans that were stored after a pass had begun, by something that did not know of its revision.
alter table scan.scan add column retro_due boolean not null default false;
create index scan_retro_due on scan.scan (scan_id) where retro_due;

-- The last revision after which content may match that did not before.
create table scan.growth (
  one             boolean primary key default true check (one),
  wanted_revision bigint not null
);
insert into scan.growth (wanted_revision) values (0);

-- Where the pass over stored scans is. Every scan that was compared before the target revision
-- is compared again, in the order of the identifiers.
create table scan.retro (
  one             boolean primary key default true check (one),
  target_revision bigint not null,
  done_revision   bigint not null,
  -- transactions before this one may still store scans that do not know the target
  barrier         bigint,
  -- the last scan that the pass has compared
  reached         uuid
);
insert into scan.retro (target_revision, done_revision) values (0, 0);
