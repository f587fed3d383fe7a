-- Relations are unknown where nothing is recorded, and open where entries disagree: what was built
-- before, or is being built, is built anew.
delete from progress where model = 'relationship';
update replay set state = 'waiting' where state in ('building', 'comparing');
