-- The id of the entry up to which a model has come: a journal that holds another one there has lost
-- entries, or is another journal.
alter table progress add column entry varchar(64);
