-- Urgent effects come first, and effects can be withdrawn by the module that added them.
alter table outbox.effect add column urgency smallint not null default 1
  check (urgency in (0, 1));
alter table outbox.effect alter column urgency drop default;
-- set while an attempt is under way: it ends, and no other begins
alter table outbox.effect add column withdrawn boolean not null default false;
alter table outbox.effect drop constraint effect_state_check;
alter table outbox.effect add constraint effect_state_check
  check (state in ('PENDING', 'DELIVERED', 'WITHDRAWN', 'DEAD', 'GIVEN_UP'));
alter table outbox.effect add check (not withdrawn or state in ('PENDING', 'DELIVERED', 'WITHDRAWN'));

drop index outbox.effect_due;
create index effect_due on outbox.effect (kind, urgency, number) where state = 'PENDING';
create index effect_withdrawn on outbox.effect (kind, next_at) where state = 'PENDING' and withdrawn;
drop index outbox.effect_ended;
create index effect_ended on outbox.effect (ended_at)
  where state in ('DELIVERED', 'WITHDRAWN', 'GIVEN_UP');
