drop table if exists seal_cosignature;
drop table if exists seal_checkpoint;
drop table if exists seal_tile;
drop table if exists seal_chunk;
drop table if exists seal;
