-- By which words entries are found: where they stand among the 4,096 entries of a stretch. Made
-- from the entries, behind them, and made anew where it is lacking.
create table if not exists mark (
  word varchar(160) not null,
  stretch bigint not null,
  entries varbinary(8192) not null,
  primary key (word, stretch)
);

-- Up to which position there are marks, for each edition of them.
create table if not exists marked (
  edition integer primary key,
  position bigint not null
);
