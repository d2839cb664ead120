/* Leave to open sealed evidence. until is null until a grant that needs two people is approved. */
create table access.evidence_grant (
  grant_id uuid primary key,
  holder uuid not null references access.person,
  purpose text not null,
  reason text not null check (length(reason) between 1 and 200),
  evidence text[] not null check (cardinality(evidence) > 0),
  seconds integer not null check (seconds between 1 and 14400),
  asked_at timestamptz not null,
  until timestamptz,
  second_person uuid references access.person,
  revoked_at timestamptz,
  revoked_by text,
  check (second_person <> holder),
  check (second_person is null or until is not null),
  check ((revoked_at is null) = (revoked_by is null))
);
create index evidence_grant_waiting on access.evidence_grant (asked_at)
  where until is null and revoked_at is null;
create index evidence_grant_by_end on access.evidence_grant (purpose, until)
  where revoked_at is null;

/* What was asked for never changes, and nothing is taken back but by revoking. */
create function access.keep_grant() returns trigger language plpgsql as $$
begin
  if (old.grant_id, old.holder, old.purpose, old.reason, old.evidence, old.seconds, old.asked_at)
     is distinct from
     (new.grant_id, new.holder, new.purpose, new.reason, new.evidence, new.seconds, new.asked_at)
     or old.until is not null
        and (old.until, old.second_person) is distinct from (new.until, new.second_person)
     or old.revoked_at is not null then
    raise exception 'a grant does not change';
  end if;
  return new;
end $$;

create trigger grant_kept before update on access.evidence_grant
  for each row execute function access.keep_grant();

create function access.refuse_grant_removal() returns trigger language plpgsql as $$
begin
  raise exception 'grants are kept';
end $$;

create trigger grant_not_removed before delete or truncate on access.evidence_grant
  for each statement execute function access.refuse_grant_removal();
