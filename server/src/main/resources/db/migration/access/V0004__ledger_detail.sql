/* What an entry says beside its subject: identifiers and stable words, and nothing else. The
   triggers that refuse every change of an entry stay as they are; earlier entries say nothing. */
alter table access.ledger add column detail text not null default ''
  check (length(detail) <= 500 and detail ~ '^[A-Za-z0-9_.:,= -]*$');
