package org.vigie.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.access.Caller;
import org.vigie.server.messenger.MadeUpSubjects;

/// The digest by which a repeated submission is recognised, over upgrades too.
final class ScanRequestTest {
  private static final byte[] MEDIA = {1, 2, 3};
  private static final Subject SUBJECT =
      MadeUpSubjects.account(Surface.PUBLIC, "room 1", "account 1");

  private static Digest digest(Subject subject) {
    return new ScanRequest(new Caller.Vigie(), Optional.empty(), subject).digest(Media.of(MEDIA));
  }

  /// Returns the digest as it was stored before messengers had names.
  private static Digest ofBefore() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF("PUBLIC");
    out.writeUTF("room 1");
    out.writeUTF("account 1");
    out.writeUTF("");
    for (DigestType type : DigestType.values()) {
      out.write(Digest.of(type, MEDIA).bytes());
    }
    return Digest.of(DigestType.SHA256, bytes.toByteArray());
  }

  @Test
  void digest_inMain_isThatOfBefore() throws IOException {
    assertThat(digest(SUBJECT)).isEqualTo(ofBefore());
  }

  @Test
  void digest_inOtherMessengers_isOneEach() throws IOException {
    Digest chat = digest(MadeUpSubjects.in(new MessengerId("chat"), SUBJECT));
    Digest forum = digest(MadeUpSubjects.in(new MessengerId("forum"), SUBJECT));

    assertThat(chat).isNotEqualTo(ofBefore()).isNotEqualTo(forum);
  }
}
