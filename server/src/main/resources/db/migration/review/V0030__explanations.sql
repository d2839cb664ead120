-- How content resembles known content, where the policy decided by itself. Pages compose the
-- explanation of such a decision in the language of the reader, so it has no text.
alter table review.decision
  add column resemblance text check (resemblance in ('IDENTICAL', 'SIMILAR'));
update review.decision
   set explanation = '',
       resemblance = case when rule like '%/perceptual' then 'SIMILAR' else 'IDENTICAL' end
 where rule is not null and category is not null;
alter table review.decision
  add check (resemblance is null or (category is not null and explanation = ''));
