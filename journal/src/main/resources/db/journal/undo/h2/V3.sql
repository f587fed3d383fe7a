-- V3 itself can be repeated; this runs before the table is there, too.
alter table if exists entry drop constraint if exists a_command_once_per_principal;
