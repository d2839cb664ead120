package org.vigie.server.bank.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.server.bank.transfer.BankInstallation.CALLER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.hashlist.BadLine;
import org.vigie.hashlist.LeftOut;
import org.vigie.hashlist.ListForm;
import org.vigie.hashlist.ReadingTerms;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.Members;
import org.vigie.server.bank.file.Import;
import org.vigie.server.bank.file.ImportForm;
import org.vigie.server.bank.file.ImportId;
import org.vigie.server.bank.file.ImportTerms;
import org.vigie.server.bank.store.MemberQuery;
import org.vigie.server.frame.ProblemException;
import org.vigie.testkit.Eventually;

/// Imports of the lists in `src/test/vectors/lists`, as people bring them, and of damaged ones.
@Tag("slow")
final class FieldImportsTest {
  private static final Path LISTS = Path.of("src/test/vectors/lists");
  private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";
  private static final String NOT_PDQ = "1" + "0123456789abcdef".repeat(4).substring(1);
  private static final String SECRET = "5ecre7cafe";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final BankInstallation vigie = BankInstallation.empty();

  private final Bank bank = vigie.bank("FIELD_" + NUMBER.incrementAndGet());

  @AfterAll
  static void stop() {
    vigie.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      list-md5sum.txt             | HASH_LIST | CHECKSUMS      | 1 | md5
      list-sha256sum.txt          | HASH_LIST | CHECKSUMS      | 1 | sha256
      list-nsrl.csv               | HASH_LIST | DIGEST_COLUMNS | 1 | md5 sha1
      list-vics.json              | HASH_LIST | VICS           | 1 | md5 sha1
      list-vics.json              | JSON      | VICS           | 1 | md5 sha1
      list-excel-empty-rows.csv   | HASH_LIST | CSV            | 1 | md5
      list-pdq-without-header.csv | HASH_LIST | PDQ_ROWS       | 2 | pdq
      """)
  void list_ofTheField_becomesMembersWithAllTheirDigests(
      String file, ImportForm form, ListForm readAs, int members, String types) throws IOException {
    Import done = imported(ImportTerms.strict(form), Files.readAllBytes(LISTS.resolve(file)));
    assertThat(done.defects().first()).isEmpty();
    assertThat(done.progress().outcome()).isEqualTo(new Import.Outcome(members, 0, 0));
    assertThat(done.reading().form()).contains(readAs);
    assertThat(members())
        .hasSize(members)
        .allSatisfy(member -> assertThat(member.signals())
            .extracting(each -> each.signal().type().id())
            .containsExactlyInAnyOrder(types.split(" ")));
  }

  @Test
  void row_withSeveralDigests_isReadAsOneRow() {
    String sha1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
    byte[] list = "md5,sha1\n%s,%s\n".formatted(MD5, sha1).getBytes(StandardCharsets.UTF_8);
    Import done = imported(terms("", false), list);
    assertThat(done.progress().rowsRead()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sha256WithoutPrefix_isRefusedWhole_andImportedOnceItsTypeIsSaid(boolean skip)
      throws IOException {
    byte[] list = Files.readAllBytes(LISTS.resolve("list-sha256-without-prefix.txt"));
    Import refused = imported(terms("", skip), list);
    assertThat(refused.state()).isEqualTo(Import.State.REFUSED);
    assertThat(refused.defects().first())
        .extracting(bad -> bad.line() + " " + bad.flaw().defect())
        .containsExactly("1 bare-not-pdq");
    assertThat(members()).isEmpty();

    Import done = imported(terms("sha256", skip), list);
    assertThat(done.progress().outcome()).isEqualTo(new Import.Outcome(20, 0, 0));
  }

  @Test
  void badLines_thatAreSkipped_areCountedListedAndInTheLedger() {
    String list = "signal_type,value,member,note\nmd5," + MD5 + ",a,\nmd5,zz,b,\nmd5," + MD5
        + ",c,\nmd5," + MD5 + ",d,one\nsha1,da39a3ee5e6b4b0d3255bfef95601890afd80709,d,two\n";
    Import done = imported(terms("", true), list.getBytes(StandardCharsets.UTF_8));
    assertThat(done.state()).isEqualTo(Import.State.DONE);
    assertThat(done.progress().outcome()).isEqualTo(new Import.Outcome(3, 0, 0));
    assertThat(done.skipped()).isEqualTo(2);
    assertThat(done.defects().first()).extracting(BadLine::line).containsExactly(3L, 6L);
    assertThat(vigie.ledger).last().asString().endsWith(" skipped=2");

    Import strict = imported(terms("", false), list.getBytes(StandardCharsets.UTF_8));
    assertThat(strict.state()).isEqualTo(Import.State.REFUSED);
    assertThat(strict.skipped()).isZero();
  }

  @Test
  void badMembersAsJson_areSkipped_butNotBrokenJson() {
    String good = "{\"signals\":[{\"type\":\"md5\",\"value\":\"" + MD5 + "\"}]}\n";
    String bad = "{\"signals\":[{\"type\":\"pdq\",\"value\":\"" + NOT_PDQ + "\"}]}\n";
    ImportTerms skipping = new ImportTerms(ImportForm.JSON, terms("", true).reading());
    Import done = imported(skipping, (good + bad + good).getBytes(StandardCharsets.UTF_8));
    assertThat(done.state()).isEqualTo(Import.State.DONE);
    assertThat(done.defects().first())
        .extracting(line -> line.line() + " " + line.flaw().defect())
        .containsExactly("2 not-pdq");
    Import broken = imported(skipping, (good + good + "{").getBytes(StandardCharsets.UTF_8));
    assertThat(broken.state()).isEqualTo(Import.State.REFUSED);
  }

  @Test
  void vics_whatIsLeftOut_isCounted() {
    String list = "{\"value\":[{\"MD5\":\"" + MD5 + "\",\"Category\":1,\"PhotoDNA\":\"AA\"},"
        + "{\"MD5\":\"" + MD5 + "\",\"Category\":0}]}";
    Import done =
        imported(ImportTerms.strict(ImportForm.JSON), list.getBytes(StandardCharsets.UTF_8));
    assertThat(done.reading().leftOut())
        .isEqualTo(Map.of(LeftOut.PHOTO_DNA, 1L, LeftOut.CATEGORY_ZERO, 1L));
    assertThat(members())
        .singleElement()
        .satisfies(member -> assertThat(member.description().category()).isEqualTo("1"));
  }

  @Test
  void fileThatListsOneContentOften_isNotTooMuch() {
    String list = (MD5 + "\n").repeat(Members.MAX_SIGNALS + 1);
    Import done = imported(terms("", false), list.getBytes(StandardCharsets.UTF_8));
    assertThat(done.progress().outcome()).isEqualTo(new Import.Outcome(1, 0, 0));
  }

  @Test
  void member_withAValueThatCannotBePdq_isRefused() {
    List<MemberSignal> signals = List.of(MemberSignal.of(PdqSignal.parse(NOT_PDQ)));
    assertThatThrownBy(() -> vigie.members.add(bank.id(), signals, MemberDescription.NONE, CALLER))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.fields()).containsEntry("field", "signals[0].value"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"\\ud800\"}",
        "{\"a\":1e999999}",
        "{\"a\":\"\\u0000\"}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{\"a\":1} {}",
        "{\"a\":1}]"
      })
  void metadata_thatCannotBeStoredAsItIs_isABadLineAndNoFailure(String metadata) {
    String list =
        "signal_type,value,metadata\nmd5," + MD5 + ",\"" + metadata.replace("\"", "\"\"") + "\"\n";
    Import refused = imported(terms("", false), list.getBytes(StandardCharsets.UTF_8));
    assertThat(refused.state()).isEqualTo(Import.State.REFUSED);
    assertThat(refused.defects().first())
        .extracting(line -> line.flaw().defect())
        .containsExactly("metadata-not-an-object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "%s,a",
        "a,%s,b",
        "md5:%s",
        "%s:a",
        "signal_type,value,%s",
        "signal_type,value\n%s,a",
        "signal_type,value,status\nmd5,a,%s",
        "{\"%s\":1}",
        "[{\"%s\":1}]",
        "[{\"a\":{\"%s\":1,\"%s\":2}}]",
        "{\"value\":[{\"MD5\":\"%s\"}]}",
        "[%s]",
        "{\"member\":%s}",
        "%s  a.jpg",
        "signal_type,value,metadata\nmd5,d41d8cd98f00b204e9800998ecf8427e,%s"
      })
  void secret_inAFile_isInNothingThatIsStoredOfTheImport(String text) {
    byte[] file = text.replace("%s", SECRET).getBytes(StandardCharsets.UTF_8);
    for (ImportForm form : ImportForm.values()) {
      Import refused = imported(ImportTerms.strict(form), file);
      assertThat(refused.state()).isEqualTo(Import.State.REFUSED);
      assertThat(JdbcClient.create(vigie.database).sql("""
                  select (select json_agg(i) from bank.import i)::text
                    || (select json_agg(l) from bank.import_bad_line l)::text""").query(String.class).single())
          .doesNotContain(SECRET);
    }
  }

  private static ImportTerms terms(String type, boolean skip) {
    return new ImportTerms(ImportForm.HASH_LIST, ReadingTerms.of(type, skip).orElseThrow());
  }

  private Import imported(ImportTerms terms, byte[] file) {
    ImportId id = vigie.imports.start(bank, terms, new ByteArrayInputStream(file), CALLER);
    Eventually.holds(() -> vigie.imports.find(id).orElseThrow().state().isFinal());
    return vigie.imports.find(id).orElseThrow();
  }

  private List<Member> members() {
    return vigie.members.list(bank.id(), MemberQuery.ALL, 0, 100);
  }
}
