-- How often what a case is about was seen: the number of its sources.
alter table review.review_case add column seen integer not null default 0;
update review.review_case one
   set seen = (select count(*) from review.case_source where case_id = one.case_id);

-- The case to which the next sighting of content without an account belongs, while it waits: one row
-- for each category, surface, room and known content or digest.
create table review.case_group (
  group_key text primary key,
  case_id   bigint not null references review.review_case
);
create index case_group_of_case on review.case_group (case_id);

-- The newest sources of a case, however many it has.
create index case_source_newest on review.case_source (case_id, kind, came_at desc);
