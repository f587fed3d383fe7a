-- The seal over the journal: a Merkle tree whose leaves are the entries, in order of position.

-- One row. Whoever seals locks it, so there is one tree.
create table seal (
  origin varchar(255)
);

insert into seal values (null);

-- Up to 256 entries, those of a tile of level 0: 32 bytes of each column an entry.
-- A salt of zeroes has been destroyed.
create table seal_chunk (
  number bigint primary key,
  leaves varbinary(8192) not null,
  contents varbinary(8192) not null,
  salts varbinary(8192) not null
);

-- The tiles above: up to 256 roots of tiles of the level below.
create table seal_tile (
  level integer not null,
  number bigint not null,
  hashes varbinary(8192) not null,
  primary key (level, number)
);

-- Every checkpoint ever issued.
create table seal_checkpoint (
  size bigint primary key,
  note varchar(1000000) not null,
  issued_at timestamp(6) with time zone not null
);

-- What witnesses said of them.
create table seal_cosignature (
  size bigint not null references seal_checkpoint,
  witness varchar(255) not null,
  line varchar(1000) not null,
  primary key (size, witness)
);
