-- The position of the last entry on a subject that others name (a party, say): what was decided
-- knowing of less is not appended. 0: none since this column was added.
alter table head add column registry bigint default 0 not null;
