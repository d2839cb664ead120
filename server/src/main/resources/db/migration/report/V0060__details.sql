-- Answers to the optional questions of the form, by the word of the question.
create table report.detail (
  notice_id uuid not null references report.notice on delete cascade,
  name      text not null,
  text      text not null,
  primary key (notice_id, name)
);
