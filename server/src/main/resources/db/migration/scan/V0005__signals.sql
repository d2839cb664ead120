-- The signals of scans, several a medium: digests of its bytes, and what its frames look like.
create table scan.signal (
  scan_id      uuid not null references scan.scan on delete cascade,
  -- the order in which they were made, from 0
  slot         integer not null,
  signal_type  text not null,
  -- when the frame is shown; 0 for a still picture, null for a signal of all bytes
  frame_micros bigint,
  -- 0 to 100; null where the type has none
  quality      smallint,
  -- 1, or 8 where each orientation has a signal of its own
  orientations smallint not null,
  -- the signals of all orientations, equally long, one after another in the order of their
  -- enum
  value        bytea not null,
  primary key (scan_id, slot),
  check (orientations in (1, 8)),
  check (length(value) > 0 and length(value) % orientations = 0),
  check (quality between 0 and 100),
  check (frame_micros >= 0)
);

insert into scan.signal (scan_id, slot, signal_type, frame_micros, quality, orientations, value)
  select scan_id, 0, 'md5', null::bigint, null::smallint, 1, md5 from scan.scan
  union all
  select scan_id, 1, 'sha1', null, null, 1, sha1 from scan.scan
  union all
  select scan_id, 2, 'sha256', null, null, 1, sha256 from scan.scan
  union all
  select scan_id, 3, 'pdq', 0, quality, 8, pdq from scan.scan where pdq is not null;

alter table scan.scan
  drop column md5,
  drop column sha1,
  drop column sha256,
  drop column pdq,
  drop column quality;
