-- By what a messenger names the last measure that it was told of, which says nothing about others, and when it was first told.
alter table report.misuse add column entry_id uuid not null default gen_random_uuid();
alter table report.misuse add column told_at timestamptz;
create unique index misuse_by_entry on report.misuse (entry_id);
