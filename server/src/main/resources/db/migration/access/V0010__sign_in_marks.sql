/* Rows of before were unsalted digests of accounts and addresses: none of them is kept.

   subject_mark: HMAC-SHA256 of an account, a network or both, under a secret of the installation
   and the day. Rows go a day after their last failure. */
truncate access.sign_in_failure;
alter table access.sign_in_failure rename column subject_digest to subject_mark;
create index sign_in_failure_by_last on access.sign_in_failure (last_at);

/* mark: HMAC-SHA256 of an account and a network from which it has signed in. Rows go 90 days
   after the last time. */
create table access.known_network (
  mark bytea primary key check (length(mark) = 32),
  seen_at timestamptz not null
);
create index known_network_by_seen on access.known_network (seen_at);
