-- The messenger that room, account and message belong to. Before, there was only one.
alter table scan.scan add column messenger text not null default 'main';
alter table scan.scan alter column messenger drop default;
