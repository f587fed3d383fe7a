create table entry (
  position bigint primary key,
  id varchar(64) not null,
  subject varchar(160) collate "C" not null,
  version bigint not null,
  name varchar(64) not null,
  revision integer not null,
  recorded_at timestamp(6) with time zone not null,
  ordinal integer not null,
  command_id varchar(128) not null,
  command varchar(64) not null,
  digest varchar(64) not null,
  recorded_by varchar(128) not null,
  authority text,
  rationale text,
  sources text not null,
  correlation varchar(128) not null,
  causation varchar(128) not null,
  payload text not null,
  constraint one_line_per_subject unique (subject, version),
  constraint a_command_once unique (command_id, ordinal)
);

-- One row. Whoever appends locks it, so positions follow commits without gaps.
create table head (
  position bigint not null,
  recorded_at timestamp(6) with time zone not null
);

insert into head values (0, timestamp with time zone '1970-01-01 00:00:00+00:00');
