-- Evidence is another module's, and the schema of each module stands alone. Evidence never removes
-- the row of an object, and a scan names only an object that it recorded in the same transaction.
alter table scan.scan drop constraint if exists scan_media_fkey;
