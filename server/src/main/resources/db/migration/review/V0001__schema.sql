-- Cases, what they are about, and what was decided.
create schema if not exists review;

create table review.review_case (
  case_id       bigint generated always as identity primary key,
  version       bigint not null default 1,
  state         text not null check (state in ('OPEN', 'CLAIMED', 'PENDING', 'DECIDED')),
  stage         text not null default 'FIRST' check (stage in ('FIRST', 'SECOND', 'LEAD')),
  queue         text not null,
  surface       text not null,
  account       text,
  room          text,
  message       text,
  category      text not null,
  severity      text not null,
  -- grows with urgency and shrinks with the time of opening, so that order needs no clock
  priority      integer not null,
  lane          boolean not null,
  opened_at     timestamptz not null,
  due_at        timestamptz,
  -- whether it was put before all others because its clock is nearly over
  escalated     boolean not null default false,
  claimed_by    uuid,
  claimed_until timestamptz,
  check ((state = 'CLAIMED') = (claimed_by is not null)),
  check ((claimed_by is null) = (claimed_until is null))
);

-- These two serve whoever claims the next case, of one queue or of all.
create index case_next_in_queue on review.review_case (queue, priority desc, case_id)
  where state = 'OPEN';
create index case_next on review.review_case (priority desc, case_id) where state = 'OPEN';
create index case_claimed on review.review_case (claimed_until) where state = 'CLAIMED';
create index case_due on review.review_case (due_at)
  where due_at is not null and not escalated and state in ('OPEN', 'CLAIMED');
-- Lists by clock: those without one come last.
create index case_by_due on review.review_case (due_at, case_id);
create index case_of_account on review.review_case (account, case_id) where account is not null;
create index case_holder on review.review_case (claimed_by) where claimed_by is not null;

-- Why there is a case: scans and notices. One of them tells of a category only once.
create table review.case_source (
  case_id      bigint not null references review.review_case,
  kind         text not null check (kind in ('SCAN', 'NOTICE')),
  source_id    uuid not null,
  lane         boolean not null,
  -- by how many minutes it is put before others for the accuracy of whoever sent it
  credit       integer not null default 0,
  -- how many people are in the room, where the messenger says so
  room_members bigint,
  -- who sent a notice, so that its people do not decide about it
  organisation uuid,
  came_at      timestamptz not null,
  primary key (case_id, kind, source_id)
);
create index case_of_source on review.case_source (source_id, kind);

-- The members of banks that scans of a case matched.
create table review.case_member (
  case_id   bigint not null references review.review_case,
  scan_id   uuid not null,
  member_id bigint not null,
  -- whether the member has ended, for which a case that stood on it was opened again
  ended     boolean not null default false,
  primary key (case_id, scan_id, member_id)
);
create index case_of_member on review.case_member (member_id);

create table review.case_evidence (
  case_id     bigint not null references review.review_case,
  evidence_id uuid not null,
  added_at    timestamptz not null,
  primary key (case_id, evidence_id)
);

-- Who is not offered a case: those who skipped it, passed it up or decided it.
create table review.case_recusal (
  case_id   bigint not null references review.review_case,
  person_id uuid not null,
  cause     text not null check (cause in ('SKIPPED', 'PASSED_UP', 'DECIDED')),
  reason    text not null,
  since     timestamptz not null,
  primary key (case_id, person_id)
);

create table review.decision (
  decision_id     uuid primary key,
  case_id         bigint not null references review.review_case,
  stage           text not null check (stage in ('FIRST', 'SECOND', 'LEAD')),
  -- PENDING can be taken back, COUNTED waits for a second reviewer or was one of two,
  -- FINAL took effect
  state           text not null check (state in ('PENDING', 'TAKEN_BACK', 'COUNTED', 'FINAL')),
  person_id       uuid,
  rule            text,
  policy_revision integer not null,
  category        text,
  keywords        text[] not null,
  illegal         boolean not null,
  ground          text not null,
  explanation     text not null,
  made_at         timestamptz not null,
  final_at        timestamptz not null,
  check ((person_id is null) <> (rule is null)),
  check (category is not null or (keywords = '{}' and ground = '' and explanation = ''))
);
create index decision_pending on review.decision (final_at) where state = 'PENDING';
create index decision_of_case on review.decision (case_id, made_at);
create index decision_of_person on review.decision (person_id, made_at);
create index decision_by_time on review.decision (made_at);
create unique index decision_pending_once on review.decision (case_id) where state = 'PENDING';

create table review.decision_measure (
  decision_id uuid not null references review.decision,
  place       smallint not null,
  word        text not null,
  applies_to  text not null check (applies_to in ('CONTENT', 'ACCOUNT', 'ROOM')),
  -- ISO 8601, as java.time.Duration writes it
  duration    text,
  countries   text[] not null,
  primary key (decision_id, place)
);

-- The notices of a case that a decision found to be manifestly unfounded, Regulation (EU)
-- 2022/2065, Art. 23(2).
create table review.decision_unfounded (
  decision_id uuid not null references review.decision,
  notice_id   uuid not null,
  primary key (decision_id, notice_id)
);

create table review.note (
  note_id   bigint generated always as identity primary key,
  case_id   bigint not null references review.review_case,
  person_id uuid not null,
  written_at timestamptz not null,
  text      text not null check (length(text) between 1 and 4000)
);
create index note_of_case on review.note (case_id, note_id);

-- Who has the page of a case open; nobody whose row is older than a minute.
create table review.presence (
  case_id   bigint not null references review.review_case,
  person_id uuid not null,
  seen_at   timestamptz not null,
  primary key (case_id, person_id)
);
create index presence_of_person on review.presence (person_id);

-- The case that a person is to get next, while their browser fetches it. It still waits, and whoever
-- claims it by name gets it.
create table review.reservation (
  case_id   bigint primary key references review.review_case,
  person_id uuid not null,
  until     timestamptz not null
);
create index reservation_of_person on review.reservation (person_id);

-- What a person had before their eyes, weighed by the severity of its case: each opening of media,
-- and each veil that was taken away.
create table review.exposure (
  person_id uuid not null,
  seen_at   timestamptz not null,
  case_id   bigint not null references review.review_case,
  sight     text not null check (sight in ('SHARP', 'VEILED', 'UNVEILED')),
  points    smallint not null
);
create index exposure_of_person on review.exposure (person_id, seen_at);

-- Filters of lists that people keep; the one without a name is the one they used last.
create table review.own_filter (
  person_id uuid not null,
  name      text not null check (length(name) <= 60),
  queue     text not null,
  state     text not null,
  category  text not null,
  about     text not null,
  sort      text not null check (sort in ('PRIORITY', 'AGE', 'DUE')),
  primary key (person_id, name)
);

-- What people are not handed, because they said so.
create table review.opt_out (
  person_id uuid not null,
  category  text not null,
  since     timestamptz not null,
  primary key (person_id, category)
);

-- What media is covered with for a person: usually, where the category is empty, and for a harm.
create table review.viewing (
  person_id uuid not null,
  category  text not null,
  blur      smallint not null check (blur between 0 and 4),
  grey      boolean not null,
  mute      boolean not null,
  primary key (person_id, category)
);

-- Decisions that a lead judges again, and what the lead says: a category, or nothing where there
-- is no violation.
create table review.quality_check (
  decision_id uuid primary key references review.decision,
  chosen_at   timestamptz not null,
  judged_by   uuid,
  judged_at   timestamptz,
  category    text,
  check ((judged_by is null) = (judged_at is null)),
  check (category is null or judged_by is not null)
);
create index quality_waiting on review.quality_check (chosen_at) where judged_by is null;
