-- What was asked about a decision in force, why, and what a second person answered where one is needed.
create table review.correction (
  correction_id uuid primary key,
  decision_id   uuid not null references review.decision,
  case_id       bigint not null references review.review_case,
  kind          text not null check (kind in ('REVERSE', 'CHANGE', 'LOOK_AGAIN')),
  asked_by      uuid not null,
  asked_at      timestamptz not null,
  reason        text not null check (length(reason) between 1 and 2000),
  -- whether the next reviewer does not see the decision
  blind         boolean not null,
  state         text not null check (state in ('WAITS', 'DONE', 'DECLINED', 'WITHDRAWN')),
  answered_by   uuid,
  answered_at   timestamptz,
  answer        text check (length(answer) between 1 and 2000),
  check ((answered_by is null) = (answered_at is null)),
  check ((answered_by is null) = (answer is null)),
  check (state in ('DECLINED', 'DONE') or answered_by is null),
  check (answered_by is null or answered_by <> asked_by)
);
create unique index correction_waits_once on review.correction (decision_id) where state = 'WAITS';
create index correction_waiting on review.correction (asked_at) where state = 'WAITS';
create index correction_of_case on review.correction (case_id, asked_at);
