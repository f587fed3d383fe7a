-- Parties are found by whether their existence is recorded, and relations name who did not exist:
-- what was built before, or is being built, is built anew.
delete from progress where model in ('party', 'relationship');
update replay set state = 'waiting' where state in ('building', 'comparing');
