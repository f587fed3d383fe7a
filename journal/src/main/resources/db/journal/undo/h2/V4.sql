alter table if exists head drop column if exists registry;
