-- A key belongs to the principal who used it. What was unique for all is unique for each, so every
-- journal fits. No row changes.
alter table entry drop constraint if exists a_command_once;
alter table entry add constraint if not exists a_command_once_per_principal
  unique (command_id, recorded_by, ordinal);
