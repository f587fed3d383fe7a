-- Days are kept as numbers from 1970-01-01 on: PostgreSQL's dates begin in 4713 BC, those of archives do not.
-- Spans whose end is unknown read otherwise than before. So all read models are built anew from the journal.
drop table if exists party;
create table party (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index party_as_of on party (subject, known_to, valid_from desc);
create index party_in_order on party (sort_key, subject);

drop table if exists party_b;
create table party_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index party_b_as_of on party_b (subject, known_to, valid_from desc);
create index party_b_in_order on party_b (sort_key, subject);

drop table if exists official;
create table official (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index official_as_of on official (subject, known_to, valid_from desc);
create index official_in_order on official (sort_key, subject);

drop table if exists official_b;
create table official_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index official_b_as_of on official_b (subject, known_to, valid_from desc);
create index official_b_in_order on official_b (sort_key, subject);

drop table if exists trip;
create table trip (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index trip_as_of on trip (subject, known_to, valid_from desc);
create index trip_in_order on trip (sort_key, subject);

drop table if exists trip_b;
create table trip_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index trip_b_as_of on trip_b (subject, known_to, valid_from desc);
create index trip_b_in_order on trip_b (sort_key, subject);

drop table if exists stop;
create table stop (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index stop_as_of on stop (subject, known_to, valid_from desc);
create index stop_in_order on stop (sort_key, subject);

drop table if exists stop_b;
create table stop_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index stop_b_as_of on stop_b (subject, known_to, valid_from desc);
create index stop_b_in_order on stop_b (sort_key, subject);

drop table if exists meeting;
create table meeting (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index meeting_as_of on meeting (subject, known_to, valid_from desc);
create index meeting_in_order on meeting (sort_key, subject);

drop table if exists meeting_b;
create table meeting_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index meeting_b_as_of on meeting_b (subject, known_to, valid_from desc);
create index meeting_b_in_order on meeting_b (sort_key, subject);

drop table if exists cooperation;
create table cooperation (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index cooperation_as_of on cooperation (subject, known_to, valid_from desc);
create index cooperation_in_order on cooperation (sort_key, subject);

drop table if exists cooperation_b;
create table cooperation_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index cooperation_b_as_of on cooperation_b (subject, known_to, valid_from desc);
create index cooperation_b_in_order on cooperation_b (sort_key, subject);

drop table if exists relationship;
create table relationship (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index relationship_as_of on relationship (subject, known_to, valid_from desc);
create index relationship_in_order on relationship (sort_key, subject);

drop table if exists relationship_b;
create table relationship_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index relationship_b_as_of on relationship_b (subject, known_to, valid_from desc);
create index relationship_b_in_order on relationship_b (sort_key, subject);

drop table if exists happening;
create table happening (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index happening_as_of on happening (subject, known_to, valid_from desc);
create index happening_in_order on happening (sort_key, subject);

drop table if exists happening_b;
create table happening_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index happening_b_as_of on happening_b (subject, known_to, valid_from desc);
create index happening_b_in_order on happening_b (sort_key, subject);

drop table if exists superseded;
create table superseded (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index superseded_as_of on superseded (subject, known_to, valid_from desc);
create index superseded_in_order on superseded (sort_key, subject);

drop table if exists superseded_b;
create table superseded_b (
  subject varchar(180) collate "C" not null,
  known_to bigint not null,
  valid_from bigint not null,
  valid_to bigint not null,
  known_from bigint not null,
  sort_key varchar(200) collate "C" not null,
  first_day bigint,
  last_day bigint,
  facets text not null,
  body text not null
);
create unique index superseded_b_as_of on superseded_b (subject, known_to, valid_from desc);
create index superseded_b_in_order on superseded_b (sort_key, subject);

delete from progress;
update replay set state = 'waiting' where state in ('building', 'comparing');
