create table access.organisation (
  organisation_id uuid primary key,
  name text not null unique check (length(name) between 1 and 100),
  kind text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  created_at timestamptz not null
);

create table access.person (
  person_id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  email text not null unique check (email = lower(email)),
  organisation_id uuid references access.organisation,
  created_at timestamptz not null,
  disabled_at timestamptz
);

create table access.person_role (
  person_id uuid not null references access.person,
  role text not null,
  primary key (person_id, role)
);

/* One-time links; the first administrator's has no person until somebody says who it is. */
create table access.enrolment (
  token_digest bytea primary key check (length(token_digest) = 32),
  person_id uuid references access.person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index enrolment_by_person on access.enrolment (person_id);

create table access.password (
  person_id uuid primary key references access.person,
  encoded text not null,
  changed_at timestamptz not null
);

/* sealed_secret: AES-GCM under a key of the key ring; last_step: codes up to it are used up. */
create table access.authenticator (
  person_id uuid primary key references access.person,
  sealed_secret bytea not null,
  last_step bigint not null
);

create table access.recovery_code (
  person_id uuid not null references access.person,
  code_digest bytea not null check (length(code_digest) = 32),
  primary key (person_id, code_digest)
);

create table access.passkey (
  credential_id bytea primary key,
  person_id uuid not null references access.person,
  label text not null,
  public_key bytea not null,
  signature_count bigint not null,
  uv_initialized boolean not null,
  transports text[] not null,
  backup_eligible boolean not null,
  backup_state boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null
);
create index passkey_by_person on access.passkey (person_id);

/* Who somebody is at the OpenID provider. */
create table access.identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null unique references access.person,
  primary key (issuer, subject)
);

/* subject_digest: SHA-256 of an account or an address, so that neither stands here. */
create table access.sign_in_failure (
  subject_digest bytea primary key check (length(subject_digest) = 32),
  failures integer not null,
  last_at timestamptz not null,
  free_at timestamptz not null
);

/* The tables of Spring Session 4.1. */
create table access.spring_session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index spring_session_by_expiry on access.spring_session (expiry_time);
create index spring_session_by_principal on access.spring_session (principal_name);

create table access.spring_session_attributes (
  session_primary_id char(36) not null references access.spring_session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
