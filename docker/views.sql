-- The read models have a database of their own, beside the journal's.
create database views;
