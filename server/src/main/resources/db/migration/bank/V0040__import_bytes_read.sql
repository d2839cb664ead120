-- How much of its file an import has read.
alter table bank.import add column bytes_read bigint not null default 0;
