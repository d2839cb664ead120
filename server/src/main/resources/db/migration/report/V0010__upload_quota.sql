-- How many bytes of files each sender has had sealed in a day, by UTC. Senders are digests under a secret: of a network, an organisation
-- or a key, and one of all strangers together.
create table report.upload_quota (
  day           date not null,
  sender_digest bytea not null,
  bytes         bigint not null check (bytes >= 0),
  primary key (day, sender_digest)
);
