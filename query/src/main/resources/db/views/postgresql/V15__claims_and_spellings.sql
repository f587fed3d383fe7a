-- Discrepancies are followed together, and an office is one in whatever spelling: what was built
-- before, or is being built, is built anew.
delete from progress where model in ('relationship', 'official');
update replay set state = 'waiting' where state in ('building', 'comparing');
