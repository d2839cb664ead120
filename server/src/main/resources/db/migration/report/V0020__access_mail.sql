-- Mails about access that somebody is to get: to that person, and to everybody who can stop it.
-- The address goes with the row's text once the mail is sent or given up.
create table report.access_mail (
  mail_id   bigint generated always as identity primary key,
  email     text,
  kind      text not null,
  own       boolean not null,
  concerned text,
  asked_by  text,
  due_at    timestamptz not null,
  at_once   boolean not null,
  attempts  integer not null default 0,
  next_at   timestamptz,
  sent_at   timestamptz,
  check ((next_at is null) = (email is null))
);
create index access_mail_due on report.access_mail (next_at) where next_at is not null;
