-- Where the media is sealed, of scans whose media is kept: what matches, and what was shared in
-- public and could not be scanned.
alter table scan.scan add column media uuid references evidence.object;
