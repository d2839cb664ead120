-- The stable name of what is wrong with a line, and what its sentence names; of older imports only
-- the English reason is known.
alter table bank.import_bad_line add column defect text not null default '';
alter table bank.import_bad_line add column defect_values text[] not null default '{}';
