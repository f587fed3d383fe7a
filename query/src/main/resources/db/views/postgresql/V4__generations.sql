-- A second table for each read model: one answers, the other can be built anew beside it.
create table party_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from date not null,
  valid_to date not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day date,
  last_day date,
  facets text not null,
  body text not null
);
create unique index party_b_as_of on party_b (subject, known_to, valid_from desc);
create index party_b_in_order on party_b (sort_key, subject);

create table official_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from date not null,
  valid_to date not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day date,
  last_day date,
  facets text not null,
  body text not null
);
create unique index official_b_as_of on official_b (subject, known_to, valid_from desc);
create index official_b_in_order on official_b (sort_key, subject);

create table trip_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from date not null,
  valid_to date not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day date,
  last_day date,
  facets text not null,
  body text not null
);
create unique index trip_b_as_of on trip_b (subject, known_to, valid_from desc);
create index trip_b_in_order on trip_b (sort_key, subject);

create table stop_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from date not null,
  valid_to date not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day date,
  last_day date,
  facets text not null,
  body text not null
);
create unique index stop_b_as_of on stop_b (subject, known_to, valid_from desc);
create index stop_b_in_order on stop_b (sort_key, subject);

create table meeting_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from date not null,
  valid_to date not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day date,
  last_day date,
  facets text not null,
  body text not null
);
create unique index meeting_b_as_of on meeting_b (subject, known_to, valid_from desc);
create index meeting_b_in_order on meeting_b (sort_key, subject);

create table cooperation_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from date not null,
  valid_to date not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day date,
  last_day date,
  facets text not null,
  body text not null
);
create unique index cooperation_b_as_of on cooperation_b (subject, known_to, valid_from desc);
create index cooperation_b_in_order on cooperation_b (sort_key, subject);

create table relationship_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from date not null,
  valid_to date not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day date,
  last_day date,
  facets text not null,
  body text not null
);
create unique index relationship_b_as_of on relationship_b (subject, known_to, valid_from desc);
create index relationship_b_in_order on relationship_b (sort_key, subject);

create table happening_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from date not null,
  valid_to date not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day date,
  last_day date,
  facets text not null,
  body text not null
);
create unique index happening_b_as_of on happening_b (subject, known_to, valid_from desc);
create index happening_b_in_order on happening_b (sort_key, subject);

create table superseded_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from date not null,
  valid_to date not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day date,
  last_day date,
  facets text not null,
  body text not null
);
create unique index superseded_b_as_of on superseded_b (subject, known_to, valid_from desc);
create index superseded_b_in_order on superseded_b (sort_key, subject);

-- Which of the two answers; nothing stands for the first.
alter table progress add column live varchar(64);

create table replay (
  id bigint primary key,
  models varchar(1000) not null,
  state varchar(16) not null,
  position bigint not null,
  goal bigint not null,
  compared_to bigint,
  differences bigint not null,
  examples text not null,
  cause varchar(2000),
  requested_by varchar(200),
  requested timestamp with time zone not null,
  ended timestamp with time zone
);

-- Entries that a table of a read model lacks, and what would not take them.
create table parked (
  kept_in varchar(64) not null,
  position bigint not null,
  subject varchar(180) not null,
  cause varchar(2000) not null,
  since timestamp with time zone not null,
  primary key (kept_in, position)
);
