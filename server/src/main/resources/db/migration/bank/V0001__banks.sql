create schema if not exists bank;

-- The one counter of all changes. Whoever counts up holds it until the commit, so revisions are
-- committed in the order of their numbers.
create table bank.revision (
  one boolean primary key default true check (one),
  number bigint not null
);
insert into bank.revision (number) values (0);

create table bank.bank (
  bank_id integer generated always as identity (maxvalue 8191) primary key,
  name text not null check (name ~ '^[A-Z0-9_]{1,255}$'),
  kind text not null check (kind in ('POSITIVE', 'NEGATIVE')),
  category text not null,
  radius smallint not null check (radius between 0 and 63),
  min_quality smallint not null check (min_quality between 0 and 100),
  enabled_share double precision not null check (enabled_share between 0 and 1),
  verified boolean not null,
  provenance text not null,
  members bigint not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  closed_at timestamptz
);
create unique index bank_open_name on bank.bank (name) where closed_at is null;

create table bank.member (
  member_id bigint generated always as identity (maxvalue 68719476735) primary key,
  bank_id integer not null references bank.bank,
  reference text not null,
  source text not null,
  category text not null,
  note text not null,
  metadata jsonb,
  status text not null check (status in ('ACTIVE', 'DISPUTED', 'SET_ASIDE', 'WITHDRAWN')),
  disabled_until timestamptz,
  import_id bigint,
  version integer not null default 1,
  added_at timestamptz not null,
  added_by text not null,
  unique (bank_id, reference)
);
create index member_of_bank on bank.member (bank_id, member_id);
create index member_not_active on bank.member (status, member_id) where status <> 'ACTIVE';
create index member_disabled on bank.member (disabled_until) where disabled_until is not null;
create index member_of_import on bank.member (import_id, member_id) where import_id is not null;
create index member_of_source on bank.member (bank_id, source, member_id) where source <> '';

-- Signals are never deleted, so that the index can remove whatever a member ever had.
create table bank.signal (
  member_id bigint not null references bank.member,
  slot smallint not null check (slot between 0 and 16383),
  signal_type text not null,
  value bytea not null,
  quality smallint check (quality between 0 and 100),
  primary key (member_id, slot)
);
create index signal_value on bank.signal (value);

create table bank.member_event (
  member_id bigint not null references bank.member,
  revision bigint not null,
  act text not null,
  reason text not null,
  disabled_until timestamptz,
  happened_at timestamptz not null,
  caller text not null,
  primary key (member_id, revision)
);

-- What each revision changed; never updated, never deleted. The mark is random: a revision of
-- this database and the same number in a restored copy that went its own way have different ones.
create table bank.change (
  revision bigint primary key,
  mark uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('BANK', 'MEMBERS', 'MEMBER', 'IMPORT')),
  bank_id integer not null references bank.bank,
  member_id bigint,
  import_id bigint,
  happened_at timestamptz not null,
  caller text not null
);

-- Members that an import changed, as they were there already; those that it added name it.
create table bank.import_change (
  import_id bigint not null,
  member_id bigint not null references bank.member,
  primary key (import_id, member_id)
);

-- Imports and how they ended. While one runs it holds an advisory lock of its number, so that a
-- number whose lock is free belongs to a process that has died.
create table bank.import (
  import_id bigint generated always as identity primary key,
  bank_id integer not null references bank.bank,
  form text not null check (form in ('HASH_LIST', 'JSON')),
  state text not null
    check (state in ('QUEUED', 'RUNNING', 'DONE', 'REFUSED', 'FAILED', 'INTERRUPTED')),
  bytes bigint not null,
  rows_read bigint not null default 0,
  added bigint not null default 0,
  changed bigint not null default 0,
  unchanged bigint not null default 0,
  defects bigint not null default 0,
  started_at timestamptz not null,
  finished_at timestamptz,
  caller text not null
);
create index import_of_bank on bank.import (bank_id, import_id);
create index import_unfinished on bank.import (state) where state in ('QUEUED', 'RUNNING');

create table bank.import_bad_line (
  import_id bigint not null references bank.import,
  place integer not null,
  line bigint not null,
  reason text not null,
  primary key (import_id, place)
);
