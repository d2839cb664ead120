-- How many processes ended while they carried out the import: one that ends them all is given up.
alter table bank.import add column resumed integer not null default 0;
