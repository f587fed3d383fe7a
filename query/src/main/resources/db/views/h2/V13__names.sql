-- Parties and officials are found by their names, and facets are compared whatever their spelling:
-- what was built before, or is being built, is built anew.
delete from progress;
update replay set state = 'waiting' where state in ('building', 'comparing');
