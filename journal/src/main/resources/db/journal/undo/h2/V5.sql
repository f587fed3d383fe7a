drop table if exists marked;
drop table if exists mark;
