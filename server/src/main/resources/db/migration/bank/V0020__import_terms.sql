-- How a file is to be read: what its values of 64 digits are where it does not say so, and whether
-- to import it without its bad lines.
alter table bank.import add column bare_type text check (bare_type in ('pdq', 'sha256'));
alter table bank.import add column skip_bad_lines boolean not null default false;
-- How it was read: the form that was recognised, and how much of which kind was left out on
-- purpose (`PHOTO_DNA=3 CATEGORY_ZERO=1`). The lines that were skipped are in bank.import_bad_line.
alter table bank.import add column list_form text;
alter table bank.import add column left_out text not null default '';
