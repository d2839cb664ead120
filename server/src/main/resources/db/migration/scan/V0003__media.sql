-- The evidence that holds the media of a scan, if it is kept: media that matches, and public media
-- that could not be scanned. No foreign key, as evidence is another module's: it never removes the
-- row of an object, and a scan names only an object that it recorded in the same transaction.
alter table scan.scan add column media uuid;
