/* last_guarded_at: when a person who had guarded roles had their roles replaced last. Whoever lost
   them not long before is guarded still, so that nobody takes the guard away first. */
alter table access.person add column last_guarded_at timestamptz;

/* in_sight: whether it waited in sight, was agreed to or was told while Vigie was set up. */
alter table access.access_issue add column in_sight boolean not null default true;

/* The request that lets this link count, and no other. */
alter table access.enrolment add column request_id uuid;

/* Roles for somebody whose way in one person alone gave say so. */
alter table access.access_request drop constraint access_request_kind_check;
alter table access.access_request add constraint access_request_kind_check
  check (kind in ('LINK', 'ROLES', 'LINK_AND_ROLES', 'ENABLE', 'SINGLE_SIGN_ON'));
drop index access.access_request_waiting;
create unique index access_request_waiting
  on access.access_request
     (person_id, (case kind when 'LINK_AND_ROLES' then 'ROLES' else kind end))
  where ended_at is null;
