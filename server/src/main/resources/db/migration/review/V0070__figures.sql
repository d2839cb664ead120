-- When the first decision about a case took effect, and whether the policy made it; a case that is
-- opened again keeps both. They tell whether its deadline was met.
alter table review.review_case
  add column decided_at timestamptz,
  add column by_policy boolean,
  add check ((decided_at is null) = (by_policy is null));
update review.review_case c
   set decided_at = first.final_at, by_policy = first.rule is not null
  from (select distinct on (case_id) case_id, final_at, rule from review.decision
         where state = 'FINAL' order by case_id, final_at, decision_id) first
 where first.case_id = c.case_id;

-- The figures of leads come from these alone, without a look at the table.
create index case_decided on review.review_case (decided_at)
  include (by_policy, queue, opened_at) where decided_at is not null;
create index case_deadline on review.review_case (due_at)
  include (queue, decided_at) where due_at is not null;
create index case_waiting on review.review_case (queue)
  include (state, opened_at, due_at) where state in ('OPEN', 'CLAIMED');
create index decision_second on review.decision (made_at) where stage = 'SECOND';
create index quality_judged on review.quality_check (judged_at) where judged_at is not null;

-- When cases of a kept filter opened, were due and were decided, as in its address.
alter table review.own_filter add column course text not null default '';
