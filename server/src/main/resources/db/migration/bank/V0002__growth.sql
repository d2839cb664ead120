-- Whether content that did not match before can match since a change. Of older changes it is not
-- known, so they count as if it could.
alter table bank.change add column grown boolean not null default true;
create index change_grown on bank.change (revision) where grown;
