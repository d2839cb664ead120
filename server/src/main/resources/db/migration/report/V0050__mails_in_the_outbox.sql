-- Mails are effects of the outbox now.
drop table report.mail;
drop table report.access_mail;
