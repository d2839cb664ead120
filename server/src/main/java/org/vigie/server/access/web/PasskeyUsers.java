package org.vigie.server.access.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Person;
import org.vigie.server.access.store.PasskeyStore;
import org.vigie.server.access.store.PeopleStore;

/// People as authenticators know them: by handle and e-mail address. Passkeys make no people.
final class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {
  private final PeopleStore people;

  PasskeyUsers(PeopleStore people) {
    this.people = people;
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
    return people.find(PasskeyStore.person(handle)).map(PasskeyUsers::user).orElse(null);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
    return people.find(new EmailAddress(name)).map(PasskeyUsers::user).orElse(null);
  }

  @Override
  public void save(PublicKeyCredentialUserEntity user) {
    throw new UnsupportedOperationException("people are invited");
  }

  @Override
  public void delete(Bytes handle) {
    throw new UnsupportedOperationException("people are disabled, never deleted");
  }

  private static PublicKeyCredentialUserEntity user(Person person) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(PasskeyStore.handle(person.id()))
        .name(person.email().value())
        .displayName(person.name().value())
        .build();
  }
}
