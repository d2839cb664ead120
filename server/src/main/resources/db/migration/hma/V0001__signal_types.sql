create schema if not exists hma;

-- What share of all look-ups by content each signal type takes part in; all where there is no row.
create table hma.signal_type (
  name          text             primary key,
  enabled_ratio double precision not null check (enabled_ratio between 0 and 1)
);
