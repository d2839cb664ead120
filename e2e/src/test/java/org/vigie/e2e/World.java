package org.vigie.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.Signal;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.keys.KeyGate;
import org.vigie.server.access.people.Enrolments;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.Members;
import org.vigie.server.bank.file.ImportForm;
import org.vigie.server.bank.file.ImportTerms;
import org.vigie.server.bank.transfer.Imports;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.Vault;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Policies;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.deciding.ClaimOutcome;
import org.vigie.server.review.deciding.Desk;
import org.vigie.testkit.Eventually;
import org.vigie.testkit.PictureFile;
import org.vigie.testkit.SyntheticPicture;

/// The objects on the pages: an invented person, a key, a scan.
///
/// @param person who is signed in
/// @param enrolment path of a link by which another person can enrol
/// @param scan identifier of the scan of a synthetic picture
/// @param keyPage path of the page of an API key
/// @param bank path of a bank with one member
/// @param member path of that member
/// @param progress path of an import into it
/// @param evidence path of a sealed object under a hold
/// @param openCase path of the case of that scan, which the person holds
record World(
    PersonId person,
    String enrolment,
    String scan,
    String keyPage,
    String bank,
    String member,
    String progress,
    String evidence,
    String openCase) {
  private static final Caller VIGIE = new Caller.Vigie();
  private static final String LIST =
      "signal_type,value,member\npdq," + "0123456789abcdef".repeat(4) + ",m1\n";
  private static final SyntheticPicture PICTURE = new SyntheticPicture(256, 256, 1);
  private static final Pattern SCAN_ID = Pattern.compile("\"scan_id\":\"([^\"]+)\"");

  /// Makes it in a server that has just started.
  static World in(ApplicationContext context, String address) {
    People people = context.getBean(People.class);
    PersonId person = invite(people, "Camille Exemple", "camille@example.org", Role.ADMINISTRATOR);
    PersonId other = invite(people, "Dominique Modèle", "dominique@example.org", Role.REVIEWER);
    String enrolment = context.getBean(Enrolments.class).newLink(VIGIE, other);
    Bank bank = bank(context);
    String path = "/banks/" + bank.name().value();
    String member = path + "/members/" + member(context, bank).id().value();
    String progress = path + "/imports/"
        + context
            .getBean(Imports.class)
            .start(
                bank,
                ImportTerms.strict(ImportForm.HASH_LIST),
                new ByteArrayInputStream(text(LIST)),
                VIGIE)
            .value();
    NewKey key = key(context);
    String scan = scan(address, key.token().text());
    return new World(
        person,
        enrolment,
        scan,
        "/keys/" + key.key().id().value(),
        path,
        member,
        progress,
        evidence(context),
        openCase(context, person));
  }

  /// The scan matches, so a case opens; this person, who becomes a reviewer and a legal officer,
  /// too, claims it.
  private static String openCase(ApplicationContext context, PersonId person) {
    context
        .getBean(People.class)
        .setRoles(VIGIE, person, Set.of(Role.ADMINISTRATOR, Role.REVIEWER, Role.LEGAL));
    Desk desk = context.getBean(Desk.class);
    CaseId claimed = Eventually.found(() -> claimNext(desk, person));
    return "/review/cases/" + claimed.value();
  }

  private static Optional<CaseId> claimNext(Desk desk, PersonId person) {
    return desk.claimNext(person) instanceof ClaimOutcome.Claimed claimed
        ? Optional.of(claimed.claimed().id())
        : Optional.empty();
  }

  private static Bank bank(ApplicationContext context) {
    CategoryKey category =
        context.getBean(Policies.class).current().categories().getFirst().key();
    BankDraft draft = new BankDraft(
        new BankName("MADE_UP"),
        BankKind.POSITIVE,
        category,
        new Bank.MatchTerms(31, 50, 1),
        false,
        "made up for tests");
    return context.getBean(Banks.class).create(draft, VIGIE);
  }

  private static Member member(ApplicationContext context, Bank bank) {
    Signal signal = Digest.of(DigestType.SHA256, text("made up"));
    Signal picture = Digest.of(DigestType.SHA256, PictureFile.of(PICTURE).png());
    return context
        .getBean(Members.class)
        .add(
            bank.id(),
            List.of(MemberSignal.of(signal), MemberSignal.of(picture)),
            MemberDescription.NONE,
            VIGIE);
  }

  private static String evidence(ApplicationContext context) {
    Vault vault = context.getBean(Vault.class);
    Instant end = Instant.now().plus(Duration.ofDays(30));
    NewEvidence what = new NewEvidence(EvidenceKind.SNAPSHOT, "application/json", "case:1", end);
    try {
      EvidenceId id = vault.seal(VIGIE, what, new ByteArrayInputStream(text("{}")));
      vault.hold(VIGIE, id, "Regulation (EU) 2021/784, Art. 6", "file:1", Optional.of(end));
      return "/evidence/" + id.value();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PersonId invite(People people, String name, String email, Role role) {
    return people
        .invite(VIGIE, new PersonName(name), new EmailAddress(email), Set.of(role))
        .orElseThrow();
  }

  private static NewKey key(ApplicationContext context) {
    NewKey key = context
        .getBean(ApiKeys.class)
        .add(VIGIE, new KeyName("messenger"), Set.of(Scope.SCAN), ApiKeys.USUAL_RATE);
    context.getBean(KeyGate.class).refresh();
    return key;
  }

  private static String scan(String address, String key) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/scans"))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", Upload.TYPE)
        .POST(Upload.scan(PictureFile.of(PICTURE).png()).publisher())
        .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      Matcher id = SCAN_ID.matcher(answer);
      if (!id.find()) {
        throw new IllegalStateException("the scan was not answered: " + answer);
      }
      return id.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while scanning", e);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
