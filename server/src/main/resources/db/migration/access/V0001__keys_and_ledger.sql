create schema if not exists access;

/* API keys: what stands after vigie_<key_id>_ is never stored, only its digest. */
create table access.api_key (
  key_id text primary key check (key_id ~ '^[a-z2-7]{12}$'),
  name text not null check (length(name) between 1 and 100),
  scopes text[] not null check (cardinality(scopes) > 0),
  rate_per_second integer not null check (rate_per_second > 0),
  secret_digest bytea not null check (length(secret_digest) = 32),
  created_at timestamptz not null,
  created_by text not null,
  revoked_at timestamptz,
  revoked_by text,
  check ((revoked_at is null) = (revoked_by is null))
);

/* Apart from the keys, so that a last use is no change of a key. */
create table access.api_key_use (
  key_id text primary key references access.api_key,
  last_used_at timestamptz not null
);

/* One row that counts the changes of keys: every process asks for it twice a second. */
create table access.api_key_revision (
  only_row boolean primary key default true check (only_row),
  revision bigint not null
);
insert into access.api_key_revision (revision) values (0);

create function access.count_key_change() returns trigger language plpgsql as $$
begin
  update access.api_key_revision set revision = revision + 1;
  return null;
end $$;

create trigger api_key_changed after insert or update or delete on access.api_key
  for each statement execute function access.count_key_change();

/* Who saw or did what. */
create table access.ledger (
  entry_id bigint generated always as identity primary key,
  at timestamptz not null,
  caller text not null,
  act text not null,
  subject text not null
);
create index ledger_by_caller on access.ledger (caller, entry_id);
create index ledger_by_subject on access.ledger (subject, entry_id);
create index ledger_by_time on access.ledger (at);

create function access.refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only';
end $$;

create trigger ledger_append_only before update or delete or truncate on access.ledger
  for each statement execute function access.refuse_ledger_change();
