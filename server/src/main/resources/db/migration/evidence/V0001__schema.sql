create schema if not exists evidence;

/* One row a sealed object. Rows stay when objects are destroyed; then there is no key any more.
   custody_entries and custody_hash: the end of its custody chain. */
create table evidence.object (
  evidence_id uuid primary key,
  kind text not null,
  media_type text not null check (length(media_type) between 1 and 200),
  source text not null check (length(source) between 1 and 200),
  keep_until timestamptz not null,
  length bigint not null check (length >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  blob text not null unique check (blob ~ '^[0-9a-f]{64}$'),
  sealed_at timestamptz not null,
  wrapped_by text,
  wrapped_key bytea,
  destroyed_at timestamptz,
  custody_entries integer not null,
  custody_hash text not null check (custody_hash ~ '^[0-9a-f]{64}$'),
  check ((wrapped_key is null) = (wrapped_by is null)),
  check ((wrapped_key is null) = (destroyed_at is not null))
);
create index object_by_term on evidence.object (keep_until) where destroyed_at is null;
create index object_by_source on evidence.object (source);
create index object_by_key on evidence.object (wrapped_by) where destroyed_at is null;

create function evidence.keep_object() returns trigger language plpgsql as $$
begin
  if (old.evidence_id, old.kind, old.media_type, old.source, old.length, old.sha256, old.blob,
      old.sealed_at)
     is distinct from
     (new.evidence_id, new.kind, new.media_type, new.source, new.length, new.sha256, new.blob,
      new.sealed_at)
     or new.keep_until < old.keep_until
     or old.destroyed_at is not null and new.destroyed_at is distinct from old.destroyed_at then
    raise exception 'what was said of a sealed object does not change';
  end if;
  return new;
end $$;

create trigger object_kept before update on evidence.object
  for each row execute function evidence.keep_object();

/* What was done with an object; each entry has a hash over itself and the one before. */
create table evidence.custody_entry (
  evidence_id uuid not null references evidence.object,
  number integer not null check (number > 0),
  at timestamptz not null,
  act text not null,
  caller text not null,
  grant_id uuid,
  reason text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (evidence_id, number)
);

/* What forbids destruction. */
create table evidence.hold (
  hold_id uuid primary key,
  evidence_id uuid not null references evidence.object,
  source text not null check (length(source) between 1 and 300),
  reference text not null check (length(reference) between 1 and 200),
  placed_by text not null,
  placed_at timestamptz not null,
  expires_at timestamptz,
  released_at timestamptz,
  released_by text,
  check ((released_at is null) = (released_by is null))
);
create index hold_by_object on evidence.hold (evidence_id) where released_at is null;

create function evidence.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the vault is append-only here';
end $$;

create trigger custody_append_only before update or delete or truncate on evidence.custody_entry
  for each statement execute function evidence.refuse_change();
create trigger object_not_removed before delete or truncate on evidence.object
  for each statement execute function evidence.refuse_change();
create trigger hold_not_removed before delete or truncate on evidence.hold
  for each statement execute function evidence.refuse_change();

create function evidence.keep_hold() returns trigger language plpgsql as $$
begin
  if (old.hold_id, old.evidence_id, old.source, old.reference, old.placed_by, old.placed_at,
      old.expires_at)
     is distinct from
     (new.hold_id, new.evidence_id, new.source, new.reference, new.placed_by, new.placed_at,
      new.expires_at)
     or old.released_at is not null then
    raise exception 'a hold does not change but by its release';
  end if;
  return new;
end $$;

create trigger hold_kept before update on evidence.hold
  for each row execute function evidence.keep_hold();
