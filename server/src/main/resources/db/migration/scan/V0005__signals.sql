-- The signals of scans, several a medium: digests of its bytes, and what its frames look like.
create table scan.signal (
  scan_id      uuid not null,
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
  check (orientations in (1, 8)),
  check (length(value) > 0 and length(value) % orientations = 0),
  check (quality between 0 and 100),
  check (frame_micros >= 0)
);

-- One pass over the scans; the keys are built at once behind it.
insert into scan.signal (scan_id, slot, signal_type, frame_micros, quality, orientations, value)
  select s.scan_id, made.*
    from scan.scan s cross join lateral (values
      (0, 'md5', null::bigint, null::smallint, 1::smallint, s.md5),
      (1, 'sha1', null, null, 1, s.sha1),
      (2, 'sha256', null, null, 1, s.sha256),
      (3, 'pdq', 0, s.quality, 8, s.pdq)) made
   where made.column6 is not null;

alter table scan.signal
  add primary key (scan_id, slot),
  add foreign key (scan_id) references scan.scan on delete cascade;

alter table scan.scan
  drop column md5,
  drop column sha1,
  drop column sha256,
  drop column pdq,
  drop column quality;
