-- The finding behind the sentence that the reporter was told, so that pages say it in the language of
-- each reader. Outcomes of before have the sentence only.
alter table report.notice add column finding text
  check (finding in ('founded', 'no-measure', 'unfounded', 'manifestly-unfounded'));
