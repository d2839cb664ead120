-- Whose import it is: a random mark that a process keeps beside the files that it imports. Only
-- whoever has the mark says how an import ended; those from before there were marks belong to
-- whoever looks first. The advisory lock that V0001__banks.sql speaks of is held while rows are
-- read, not while an import waits, so a free lock says nothing about the process.
alter table bank.import add column owner uuid;
