-- Who does what one of several processes does at a time, and until when, by this server's clock.
-- The epoch is another one each time that somebody takes it over.
create table lease (
  name varchar(64) primary key,
  holder varchar(64),
  epoch bigint not null,
  until timestamp(6) with time zone not null
);

insert into lease values ('sealer', null, 0, timestamp with time zone '1970-01-01 00:00:00+00:00');
