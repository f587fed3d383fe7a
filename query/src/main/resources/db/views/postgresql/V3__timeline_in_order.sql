-- The timeline is ordered by chronicles now: what was built before is built anew from the journal.
delete from happening;
delete from progress where model = 'happening';
