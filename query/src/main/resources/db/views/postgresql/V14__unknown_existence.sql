-- Where nobody says when a party existed, whether it exists is unknown: what was built before, or is
-- being built, is built anew.
delete from progress where model = 'party';
update replay set state = 'waiting' where state in ('building', 'comparing');
