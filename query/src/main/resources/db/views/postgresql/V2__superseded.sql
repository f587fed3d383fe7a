create table superseded (
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
create unique index superseded_as_of on superseded (subject, known_to, valid_from desc);
create index superseded_in_order on superseded (sort_key, subject);
