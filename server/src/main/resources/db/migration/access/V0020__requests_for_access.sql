/* What gives somebody a way in or more to do, where it opens evidence or approves: it waits for a
   second administrator, or for a day in sight. One that took effect at once is here too. */
create table access.access_request (
  request_id uuid primary key,
  kind text not null check (kind in ('LINK', 'ROLES', 'ENABLE', 'SINGLE_SIGN_ON')),
  person_id uuid not null references access.person,
  asked_by text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  roles text[] not null default '{}',
  issuer text,
  subject text,
  ended_at timestamptz,
  ending text check (ending in ('AGREED', 'WAITED', 'STOPPED', 'REPLACED', 'AT_ONCE')),
  ended_by text,
  check ((ended_at is null) = (ending is null)),
  check ((ended_at is null) = (ended_by is null)),
  check ((kind = 'SINGLE_SIGN_ON') = (issuer is not null)),
  check ((issuer is null) = (subject is null))
);
create unique index access_request_waiting on access.access_request (person_id, kind)
  where ended_at is null;
create index access_request_due on access.access_request (due_at) where ended_at is null;
create index access_request_by_time on access.access_request (asked_at);

/* What was asked for never changes, and what has ended stays so. */
create function access.keep_access_request() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null
     or (old.request_id, old.kind, old.person_id, old.asked_by, old.asked_at, old.due_at, old.roles)
        is distinct from
        (new.request_id, new.kind, new.person_id, new.asked_by, new.asked_at, new.due_at, new.roles)
     or (old.issuer, old.subject) is distinct from (new.issuer, new.subject) then
    raise exception 'a request for access does not change';
  end if;
  return new;
end $$;

create trigger access_request_kept before update on access.access_request
  for each row execute function access.keep_access_request();

create function access.refuse_access_request_removal() returns trigger language plpgsql as $$
begin
  raise exception 'requests for access are kept';
end $$;

create trigger access_request_not_removed before delete or truncate on access.access_request
  for each statement execute function access.refuse_access_request_removal();

/* cleared_at: from when on a link counts for somebody who opens evidence or approves. Links of
   before count for nobody like that, and have to be made again. */
alter table access.enrolment
  add column issued_by text not null default 'vigie',
  add column agreed_by text,
  add column cleared_at timestamptz;

/* Who gave somebody what they have: the ledger names it beside what they do.
   settled_at: when it had been in sight for a day; agreed_by: the second administrator. */
create table access.access_issue (
  issue_id bigint generated always as identity primary key,
  holder text not null,
  kind text not null,
  issued_by text not null,
  agreed_by text,
  at timestamptz not null,
  settled_at timestamptz not null
);
create index access_issue_by_holder on access.access_issue (holder, at desc);
