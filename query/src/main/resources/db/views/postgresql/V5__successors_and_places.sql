-- Parties are found by whom they succeed, meetings by country and by who was left out, officials by
-- whether they hold an office: what was built before, or is being built, is built anew.
delete from progress where model in ('party', 'meeting', 'official');
update replay set state = 'waiting' where state in ('building', 'comparing');
