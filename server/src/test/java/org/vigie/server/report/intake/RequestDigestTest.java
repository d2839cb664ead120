package org.vigie.server.report.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyId;
import org.vigie.server.frame.Language;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Detail;
import org.vigie.server.report.Ground;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.checking.NewNotice;

/// The digest by which a repeated notice is recognised, over upgrades too.
final class RequestDigestTest {
  private static final Subject SUBJECT =
      MadeUpSubjects.account(Surface.PUBLIC, "room 1", "account 1");

  private static Digest digest(MessengerId messenger, Map<Detail, String> details) {
    ReportedContent place =
        new ReportedContent(MadeUpSubjects.in(messenger, SUBJECT), Optional.empty());
    Claim claim = new Claim(
        Ground.RULES,
        new CategoryKey("violence"),
        "Why.",
        List.of(place),
        messenger,
        Surface.PUBLIC,
        false,
        Language.EN,
        details);
    Origin origin = new Origin.Messenger(new KeyId("aaaaaaaaaaaa"), Optional.of("user 1"));
    return RequestDigest.of(
        new NewNotice(new Caller.Vigie(), Optional.empty(), origin, claim, List.of()), List.of());
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    out.writeInt(text.length());
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void writeSaid(DataOutputStream out, String text) throws IOException {
    out.writeBoolean(true);
    write(out, text);
  }

  /// Returns the digest as it was stored before messengers had names.
  private static Digest ofBefore() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    writeSaid(out, "user 1");
    for (String said : List.of("rules", "violence", "Why.", "public", "en")) {
      write(out, said);
    }
    out.writeBoolean(false);
    out.writeInt(1);
    writeSaid(out, "account 1");
    writeSaid(out, "room 1");
    out.writeBoolean(false);
    out.writeBoolean(false);
    return Digest.of(DigestType.SHA256, bytes.toByteArray());
  }

  @Test
  void digest_inMain_isThatOfBefore() throws IOException {
    assertThat(digest(MessengerId.MAIN, Map.of())).isEqualTo(ofBefore());
  }

  @Test
  void digest_inOtherMessengersOrWithDetails_isOneEach() throws IOException {
    MessengerId forum = new MessengerId("forum");
    Map<Detail, String> seen = Map.of(Detail.SEEN, "yesterday");

    assertThat(List.of(
            ofBefore(),
            digest(MessengerId.MAIN, seen),
            digest(forum, Map.of()),
            digest(forum, seen),
            digest(new MessengerId("chat"), Map.of())))
        .doesNotHaveDuplicates();
  }
}
