package org.vigie.server.access.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Columns;

/// Passkeys; a person's user handle is the 16 bytes of their identifier.
public final class PasskeyStore implements UserCredentialRepository {
  private final JdbcClient jdbc;

  public PasskeyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns the user handle of a person.
  public static Bytes handle(PersonId person) {
    UUID id = person.value();
    return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array());
  }

  /// Returns the person with a user handle.
  ///
  /// @throws IllegalArgumentException if none can have it
  public static PersonId person(Bytes handle) {
    if (handle.getBytes().length != 2 * Long.BYTES) {
      throw new IllegalArgumentException("a user handle has 16 bytes");
    }
    ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
    return new PersonId(new UUID(bytes.getLong(), bytes.getLong()));
  }

  @Override
  public void save(CredentialRecord passkey) {
    jdbc.sql("""
            /* access.save_passkey */
            insert into access.passkey
              (credential_id, person_id, label, public_key, signature_count, uv_initialized,
               transports, backup_eligible, backup_state, attestation_object, created_at,
               last_used_at)
            values (:id, :person, :label, :key, :count, :uv, :transports, :eligible, :backup,
                    :attestation, :created, :used)
            on conflict (credential_id) do update set
              signature_count = :count, uv_initialized = :uv, backup_state = :backup,
              last_used_at = :used
             where passkey.person_id = :person
            """)
        .param("id", passkey.getCredentialId().getBytes())
        .param("person", person(passkey.getUserEntityUserId()).value())
        .param("label", passkey.getLabel())
        .param("key", passkey.getPublicKey().getBytes())
        .param("count", passkey.getSignatureCount())
        .param("uv", passkey.isUvInitialized())
        .param("transports", transports(passkey))
        .param("eligible", passkey.isBackupEligible())
        .param("backup", passkey.isBackupState())
        .param("attestation", attestation(passkey).getBytes())
        .param("created", Columns.utc(passkey.getCreated()))
        .param("used", Columns.utc(passkey.getLastUsed()))
        .update();
  }

  private static String[] transports(CredentialRecord passkey) {
    return passkey.getTransports().stream()
        .map(AuthenticatorTransport::getValue)
        .toArray(String[]::new);
  }

  /// The interface allows it to be missing, but signing in with the passkey needs it.
  private static Bytes attestation(CredentialRecord passkey) {
    return Objects.requireNonNull(passkey.getAttestationObject(), "attestation object");
  }

  @Override
  public void delete(Bytes id) {
    jdbc.sql("/* access.delete_passkey */ delete from access.passkey where credential_id = :id")
        .param("id", id.getBytes())
        .update();
  }

  /// Deletes a passkey if it is that person's; false if it is not.
  public boolean delete(PersonId person, Bytes id) {
    return jdbc.sql("""
                /* access.delete_passkey_of */
                delete from access.passkey where credential_id = :id and person_id = :person
                """)
            .param("id", id.getBytes())
            .param("person", person.value())
            .update()
        == 1;
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes id) {
    return jdbc.sql(
            "/* access.find_passkey */ select * from access.passkey" + " where credential_id = :id")
        .param("id", id.getBytes())
        .query(PasskeyStore::passkey)
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return jdbc.sql("/* access.passkeys_of */ select * from access.passkey"
            + " where person_id = :person order by created_at")
        .param("person", person(handle).value())
        .query(PasskeyStore::passkey)
        .list();
  }

  private static CredentialRecord passkey(ResultSet row, int number) throws SQLException {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getBytes("credential_id")))
        .userEntityUserId(handle(new PersonId(Columns.uuid(row, "person_id"))))
        .label(row.getString("label"))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .signatureCount(row.getLong("signature_count"))
        .uvInitialized(row.getBoolean("uv_initialized"))
        .transports(Arrays.stream((Object[]) row.getArray("transports").getArray())
            .map(value -> AuthenticatorTransport.valueOf((String) value))
            .collect(Collectors.toUnmodifiableSet()))
        .backupEligible(row.getBoolean("backup_eligible"))
        .backupState(row.getBoolean("backup_state"))
        .attestationObject(new Bytes(row.getBytes("attestation_object")))
        .created(Columns.instant(row, "created_at"))
        .lastUsed(Columns.instant(row, "last_used_at"))
        .build();
  }
}
