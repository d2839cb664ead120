package org.vigie.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.GrantId;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.Grants;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Purpose;
import org.vigie.server.access.Role;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.Vault;
import org.vigie.testkit.PictureFile;
import org.vigie.testkit.SyntheticPicture;

/// A sealed picture without a hold, with a grant in force and a pending one. Made on first use.
///
/// @param object path of its page
/// @param opened path of the page where the invented person looks at it
record EvidenceExamples(String object, String opened) {
  private static final Caller VIGIE = new Caller.Vigie();

  private static final class Made {
    private static final EvidenceExamples ALL = make();
  }

  static EvidenceExamples made() {
    return Made.ALL;
  }

  String grants() {
    return "/evidence/grants";
  }

  private static EvidenceExamples make() {
    RunningVigie vigie = RunningVigie.instance();
    ApplicationContext context = vigie.context();
    PersonId person = vigie.world().person();
    PersonId second = officer(context.getBean(People.class));
    EvidenceId id = seal(context.getBean(Vault.class));
    Grants grants = context.getBean(Grants.class);
    GrantId grant = grants.ask(request(person, id));
    grants.approve(new Caller.Person(second), grant);
    grants.ask(request(second, id));
    String object = "/evidence/" + id.value();
    return new EvidenceExamples(object, object + "/grants/" + grant.value());
  }

  private static PersonId officer(People people) {
    return people
        .invite(
            VIGIE,
            new PersonName("Sacha Juriste"),
            new EmailAddress(UUID.randomUUID() + "@example.org"),
            Set.of(Role.LEGAL))
        .orElseThrow();
  }

  private static EvidenceId seal(Vault vault) {
    byte[] picture = PictureFile.of(new SyntheticPicture(64, 64, 2)).png();
    Instant end = Instant.now().plus(Duration.ofDays(30));
    NewEvidence what = new NewEvidence(EvidenceKind.MEDIA, "image/png", "case:1", end);
    try {
      return vault.seal(VIGIE, what, new ByteArrayInputStream(picture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GrantRequest request(PersonId holder, EvidenceId id) {
    return new GrantRequest(
        holder, Purpose.LEGAL, "file 2026/17", Set.of(id.reference()), Duration.ofHours(1));
  }
}
