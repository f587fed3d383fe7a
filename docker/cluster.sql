-- The journal's database and its owner, where they are not there yet.
\set password `echo "$CHANCERY_DB_PASSWORD"`
select format('create role chancery login password %L', :'password')
 where not exists (select from pg_roles where rolname = 'chancery') \gexec
select 'create database journal owner chancery'
 where not exists (select from pg_database where datname = 'journal') \gexec
