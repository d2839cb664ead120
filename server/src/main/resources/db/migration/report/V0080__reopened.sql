-- When the decision about a notice was last reversed; its reporter reads so until there is another.
alter table report.notice add column reopened_at timestamptz;
