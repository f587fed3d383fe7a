drop table if exists head;
drop table if exists entry;
