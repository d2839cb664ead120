-- What a receipt says of the files that came: the name that their sender gave them, without its
-- folder, until it is forgotten who sent them; and how many bytes they had.
alter table report.attachment add column name text check (length(name) between 1 and 120);
alter table report.attachment add column size bigint;
