package org.vigie.e2e;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.hashlist.ReadingTerms;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.Members;
import org.vigie.server.bank.file.Import;
import org.vigie.server.bank.file.ImportForm;
import org.vigie.server.bank.file.ImportId;
import org.vigie.server.bank.file.ImportTerms;
import org.vigie.server.bank.transfer.Imports;
import org.vigie.server.policy.Policies;
import org.vigie.testkit.Eventually;

/// A bank with imports that have ended, with and without bad lines, and with a member that is
/// disabled for good. Made when first asked for.
///
/// @param bank its path
/// @param skipped path of an import that is done without its bad lines
/// @param refused path of an import that was refused because of them
/// @param disabled path of the member
record BankExamples(String bank, String skipped, String refused, String disabled) {
  private static final Caller VIGIE = new Caller.Vigie();

  /// Output of sha256sum, with three lines damaged by copying.
  private static final String DAMAGED = """
      9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  one.jpg
      60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752  two.jpg
      60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c  three.jpg
      fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13  four.jpg
      a4e624d686e03ed2767c0abd85c14426b0b1157d2ce81d27bb4fe4f6f01d688a  five.jpg
      not a digest
      a140c0c1eda2def2b830363ba362aa4d7d255c262960544821f556e16661b6ff  six.jpg
      zzzzc0c1eda2def2b830363ba362aa4d7d255c262960544821f556e16661b6ff  seven.jpg
      """;

  private static final class Made {
    private static final BankExamples ALL = make();
  }

  static BankExamples made() {
    return Made.ALL;
  }

  private static BankExamples make() {
    ApplicationContext context = RunningVigie.instance().context();
    Bank bank = bank(context);
    Member member = disabled(context.getBean(Members.class), bank);
    Imports imports = context.getBean(Imports.class);
    String path = "/banks/" + bank.name().value();
    return new BankExamples(
        path,
        path + "/imports/" + over(imports, bank, true).value(),
        path + "/imports/" + over(imports, bank, false).value(),
        path + "/members/" + member.id().value());
  }

  private static Bank bank(ApplicationContext context) {
    BankDraft draft = new BankDraft(
        new BankName("DAMAGED_LISTS"),
        BankKind.POSITIVE,
        context.getBean(Policies.class).current().categories().getFirst().key(),
        new Bank.MatchTerms(31, 50, 1),
        false,
        "made up for tests");
    return context.getBean(Banks.class).create(draft, VIGIE);
  }

  private static Member disabled(Members members, Bank bank) {
    byte[] content = "disabled".getBytes(StandardCharsets.US_ASCII);
    MemberSignal signal = MemberSignal.of(Digest.of(DigestType.SHA256, content));
    Member member = members.add(bank.id(), List.of(signal), MemberDescription.NONE, VIGIE);
    return members.disable(member.id(), Optional.of(Member.FOR_GOOD), VIGIE);
  }

  /// Imports the damaged list, and waits until the import has ended.
  private static ImportId over(Imports imports, Bank bank, boolean skipBadLines) {
    ReadingTerms reading = new ReadingTerms(Optional.of(DigestType.SHA256), skipBadLines);
    ImportTerms terms = new ImportTerms(ImportForm.HASH_LIST, reading);
    byte[] bytes = DAMAGED.getBytes(StandardCharsets.US_ASCII);
    ImportId id = imports.start(bank, terms, new ByteArrayInputStream(bytes), VIGIE);
    Eventually.holds(() -> imports.find(id).map(Import::state).orElseThrow().isFinal());
    return id;
  }
}
