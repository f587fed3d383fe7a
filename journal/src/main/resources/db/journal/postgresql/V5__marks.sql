-- By which words entries are found: where they stand among the 4,096 entries of a stretch. Made
-- from the entries, behind them, and made anew where it is lacking.
create table mark (
  word varchar(160) collate "C" not null,
  stretch bigint not null,
  entries bytea not null,
  primary key (word, stretch)
);

-- Up to which position there are marks, for each edition of them.
create table marked (
  edition integer primary key,
  position bigint not null
);
