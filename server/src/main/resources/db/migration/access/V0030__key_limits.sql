/* Until when and from where a key counts, whether it is for tests only, and the secret that a
   rotation replaced, which counts beside the new one until previous_ends_at. */
alter table access.api_key
  add column expires_at timestamptz,
  add column networks text[] not null default '{}' check (cardinality(networks) <= 50),
  add column test boolean not null default false,
  add column rotated_at timestamptz,
  add column previous_digest bytea check (length(previous_digest) = 32),
  add column previous_ends_at timestamptz,
  add check ((rotated_at is null) = (previous_digest is null)),
  add check ((rotated_at is null) = (previous_ends_at is null));

/* The network is coarse: 192.0.2.0/24 or 2001:db8:7::/48. */
alter table access.api_key_use
  add column last_network text,
  add column previous_used_at timestamptz;
