-- Since when growth waits for a pass; null if none does.
alter table scan.growth add column wanted_since timestamptz;

-- How many scans a pass had to compare when it began, how many it has compared, and since when
-- the oldest growth that it is about has waited.
alter table scan.retro add column scans bigint not null default 0;
alter table scan.retro add column compared bigint not null default 0;
alter table scan.retro add column growth_since timestamptz;

create index match_found_later on scan.match (found_at) where retro;
