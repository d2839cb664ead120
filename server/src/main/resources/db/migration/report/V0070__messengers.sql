-- The messenger of what is reported. Before, there was only one.
alter table report.notice add column messenger text not null default 'main';
alter table report.notice alter column messenger drop default;

-- Of a messenger's reporter the mark names the messenger too: equal names of two messengers are two
-- reporters. A reporter whose name was deleted has no mark any more, or keeps one that nobody gets.
update report.misuse m
   set reporter_mark = encode(sha256(convert_to(
           'reporter messenger:' || n.key_id || ' main ' || n.reporter, 'UTF8')), 'hex')
  from report.notice n
 where n.reporter_mark = m.reporter_mark and n.origin = 'messenger' and n.reporter is not null;
update report.notice
   set reporter_mark = encode(sha256(convert_to(
           'reporter messenger:' || key_id || ' main ' || reporter, 'UTF8')), 'hex')
 where origin = 'messenger' and reporter is not null and reporter_mark is not null;
