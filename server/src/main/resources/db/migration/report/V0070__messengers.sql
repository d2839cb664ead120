-- The messenger of what is reported. Before, there was only one.
alter table report.notice add column messenger text not null default 'main';
alter table report.notice alter column messenger drop default;
