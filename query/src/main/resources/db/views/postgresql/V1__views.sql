-- How far each read model has followed the journal.
create table progress (
  model varchar(64) primary key,
  position bigint not null
);

create table party (
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
create unique index party_as_of on party (subject, known_to, valid_from desc);
create index party_in_order on party (sort_key, subject);

create table official (
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
create unique index official_as_of on official (subject, known_to, valid_from desc);
create index official_in_order on official (sort_key, subject);

create table trip (
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
create unique index trip_as_of on trip (subject, known_to, valid_from desc);
create index trip_in_order on trip (sort_key, subject);

create table stop (
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
create unique index stop_as_of on stop (subject, known_to, valid_from desc);
create index stop_in_order on stop (sort_key, subject);

create table meeting (
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
create unique index meeting_as_of on meeting (subject, known_to, valid_from desc);
create index meeting_in_order on meeting (sort_key, subject);

create table cooperation (
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
create unique index cooperation_as_of on cooperation (subject, known_to, valid_from desc);
create index cooperation_in_order on cooperation (sort_key, subject);

create table relationship (
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
create unique index relationship_as_of on relationship (subject, known_to, valid_from desc);
create index relationship_in_order on relationship (sort_key, subject);

create table happening (
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
create unique index happening_as_of on happening (subject, known_to, valid_from desc);
create index happening_in_order on happening (sort_key, subject);

