-- Rows of tables that are built from a long journal, sorted a part at a time, until they are merged.
create table rebuild_run (
  kept_in varchar(64) not null,
  run integer not null,
  chunk integer not null,
  after_position bigint not null,
  content bytea not null,
  primary key (kept_in, run, chunk)
);
