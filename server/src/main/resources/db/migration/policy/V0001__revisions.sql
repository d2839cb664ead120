-- The catalogue in all its revisions. A revision is never changed and never deleted.
create schema if not exists policy;

create table policy.revision (
  number      integer     primary key check (number >= 1),
  text        text        not null,
  sha256      bytea       not null check (length(sha256) = 32),
  origin      text        not null check (origin in ('DEFAULT', 'FILE', 'PAGE')),
  made_by     text        not null,
  made_at     timestamptz not null,
  note        text        not null check (length(note) <= 500)
);

create function policy.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a policy revision never changes';
end
$$;

create trigger revision_never_changes before update or delete or truncate on policy.revision
  for each statement execute function policy.refuse_change();
