/* What the authenticator sent when it made the passkey: signing in is checked against it. Until
   now it was not kept, so that no passkey ever let anybody in; those are removed, and their
   people need an enrolment link again. */
delete from access.passkey;
alter table access.passkey add column attestation_object bytea not null;
