-- The messenger that account, room and message of a case belong to. Before, there was only one.
alter table review.review_case add column messenger text not null default 'main';
alter table review.review_case alter column messenger drop default;

drop index review.case_of_account;
create index case_of_account on review.review_case (messenger, account, case_id)
  where account is not null;

-- Of all messengers where it is empty, as other columns are.
alter table review.own_filter add column messenger text not null default '';
alter table review.own_filter alter column messenger drop default;

-- The key of a group begins with the messenger.
update review.case_group set group_key = 'main' || E'\n' || group_key;
