package org.vigie.server.bank.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vigie.server.bank.transfer.BankInstallation.CALLER;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.hashlist.BadLine;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.KnownContent.Selection;
import org.vigie.server.bank.Match;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.bank.file.Import;
import org.vigie.server.bank.file.ImportForm;
import org.vigie.server.bank.file.ImportId;
import org.vigie.server.bank.file.ImportTerms;
import org.vigie.server.bank.store.MemberEvent;
import org.vigie.server.bank.store.MemberQuery;
import org.vigie.testkit.Eventually;

@Tag("slow")
final class ImportsTest {
  private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";
  private static final String PDQ = "0123456789abcdef".repeat(4);
  private static final Signal DIGEST = DigestType.MD5.parse(MD5);
  private static final BankInstallation vigie = BankInstallation.empty();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Bank bank = freshBank();

  @AfterAll
  static void stop() {
    vigie.close();
  }

  private static Bank freshBank() {
    return vigie.bank("KNOWN_" + NUMBER.incrementAndGet());
  }

  @Test
  void csv_ofNewMembers_countsWhenItIsDone() {
    Import done = imported(ImportForm.HASH_LIST, """
        signal_type,value,member,category,source,status,quality,note,metadata
        pdq,%s,case-1,a1,IWF,disputed,80,"look, twice","{""a"": 1}"
        md5,%s,case-1,a1,IWF,disputed,,"look, twice","{""a"": 1}"
        md5,00000000000000000000000000000000,case-2,,,,,,
        """.formatted(PDQ, MD5));

    assertThat(done.state()).isEqualTo(Import.State.DONE);
    assertThat(done.progress().outcome()).isEqualTo(new Import.Outcome(2, 0, 0));
    assertThat(done.progress().rowsRead()).isEqualTo(3);
    assertThat(matches(DIGEST)).singleElement().satisfies(match -> {
      assertThat(match.disputed()).isTrue();
      Member member = vigie.members.get(match.member());
      assertThat(member.description())
          .isEqualTo(new MemberDescription(
              "case-1", "IWF", "a1", "look, twice", Optional.of("{\"a\": 1}")));
      assertThat(member.signals())
          .containsExactly(
              new MemberSignal(PdqSignal.parse(PDQ), OptionalInt.of(80)), MemberSignal.of(DIGEST));
    });
    assertThat(vigie.banks.get(bank.name()).members()).isEqualTo(2);
  }

  @Test
  void list_importedAgain_changesOnlyWhatItSays() {
    imported(ImportForm.HASH_LIST, """
        signal_type,value,member,source,note
        md5,%s,case-1,IWF,first
        pdq,%s,case-2,IWF,
        """.formatted(MD5, PDQ));
    Import again = imported(ImportForm.HASH_LIST, """
        signal_type,value,member,note
        md5,%s,case-1,second
        pdq,%s,case-2,
        md5,00000000000000000000000000000000,case-3,
        """.formatted(MD5, PDQ));

    assertThat(again.progress().outcome()).isEqualTo(new Import.Outcome(1, 1, 1));
    Member first = vigie.members.get(matches(DIGEST).getFirst().member());
    assertThat(first.description().note()).isEqualTo("second");
    assertThat(first.description().source()).isEqualTo("IWF");
    assertThat(vigie.members.history(first.id()))
        .extracting(MemberEvent::act)
        .containsExactly(MemberEvent.Act.ADDED, MemberEvent.Act.CHANGED_BY_IMPORT);
  }

  @Test
  void member_withdrawnByAList_matchesNoMore() {
    imported(ImportForm.HASH_LIST, "signal_type,value,member\nmd5," + MD5 + ",case-1\n");
    imported(
        ImportForm.HASH_LIST,
        "signal_type,value,member,status\nmd5," + MD5 + ",case-1,withdrawn\n");

    assertThat(matches(DIGEST)).isEmpty();
  }

  @Test
  void member_setAside_isNotPutBackByAList() {
    imported(ImportForm.HASH_LIST, "signal_type,value,member\npdq," + PDQ + ",case-1\n");
    Signal signal = PdqSignal.parse(PDQ);
    MemberId member = matches(signal).getFirst().member();
    vigie.members.change(member, StatusChange.of(MemberStatus.SET_ASIDE, "too much"), CALLER);

    imported(
        ImportForm.HASH_LIST, "signal_type,value,member,status\npdq," + PDQ + ",case-1,active\n");

    assertThat(matches(signal)).isEmpty();
    assertThat(vigie.members.get(member).status()).isEqualTo(MemberStatus.SET_ASIDE);
  }

  @Test
  void member_withoutAName_isKnownByItsSignal() {
    Import first = imported(ImportForm.HASH_LIST, MD5 + "\n");
    Import second = imported(ImportForm.HASH_LIST, "# again\n" + MD5 + "\n" + MD5 + "\n");

    assertThat(first.progress().outcome()).isEqualTo(new Import.Outcome(1, 0, 0));
    assertThat(second.progress().outcome()).isEqualTo(new Import.Outcome(0, 0, 1));
  }

  @Test
  void list_withBadLines_leavesNothingAndNamesThem() {
    Import refused = imported(ImportForm.HASH_LIST, """
        signal_type,value,member,metadata,note
        md5,%1$s,case-1,,a
        md5,zz,case-2,,a
        md5,%1$s,case-3,[],a
        md5,%1$s,case-1,,b
        """.formatted(MD5));

    assertThat(refused.state()).isEqualTo(Import.State.REFUSED);
    assertThat(refused.defects().count()).isEqualTo(3);
    assertThat(refused.defects().first())
        .extracting(BadLine::line, bad -> bad.flaw().defect(), BadLine::reason)
        .containsExactly(
            tuple(
                3L, "not-a-signal", "not a md5 signal: expected 32 hex digits, found 2 characters"),
            tuple(4L, "metadata-not-an-object", "metadata is not a JSON object"),
            tuple(
                5L,
                "contradicts-first-row",
                "says something else about its member than the member's first row"));
    assertThat(matches(DIGEST)).isEmpty();
    assertThat(vigie.banks.get(bank.name()).members()).isZero();
    assertThat(vigie.members.list(bank.id(), MemberQuery.ALL, 0, 10)).isEmpty();
  }

  @Test
  void member_largerThanAnyThatCanBeStored_isRefusedBeforeItIsHeld() {
    String signal = "{\"type\":\"md5\",\"value\":\"" + MD5 + "\"},";
    Import many = imported(ImportForm.JSON, "[{\"signals\":[" + signal.repeat(60_000));
    String text = "x".repeat(900_000);
    Import longer = imported(
        ImportForm.JSON,
        IntStream.range(0, 20)
            .mapToObj(i -> "\"a%d\":\"%s\",".formatted(i, text))
            .collect(Collectors.joining("", "[{\"metadata\":{", "")));

    for (Import refused : List.of(many, longer)) {
      assertThat(refused.state()).isEqualTo(Import.State.REFUSED);
      assertThat(refused.defects().first())
          .extracting(BadLine::line, bad -> bad.flaw().defect())
          .containsExactly(tuple(1L, "member-too-large"));
    }
  }

  @Test
  void list_withManyBadLines_tellsAHundredAndHowManyThereAre() {
    Import refused = imported(ImportForm.HASH_LIST, "zz\n".repeat(250));

    assertThat(refused.defects().first()).hasSize(100);
    assertThat(refused.defects().count()).isEqualTo(250);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      [{"member":"a","signals":[]}]                              | 1 | signals is not an array with at least one signal
      [{"signals":[{"type":"md5","value":"zz"}]}]                | 1 | not a md5 signal: expected 32 hex digits, found 2 characters
      [{"colour":1}]                                             | 1 | it has an unknown field; known are category, member, metadata, note, signals, source, status
      [{"member":7,"signals":[{"type":"md5","value":"%s"}]}]     | 1 | member is not a text
      [{"status":"gone","signals":[{"type":"md5","value":"%s"}]}]| 1 | unknown status; known are active, disputed, set-aside, withdrawn
      [{"signals":[{"type":"md5","value":"%s","quality":101}]}]  | 1 | a quality is a whole number from 0 to 100
      [{"metadata":[],"signals":[{"type":"md5","value":"%s"}]}]  | 1 | metadata is not a JSON object
      [{"note":"a","note":"a","signals":[{"type":"md5","value":"%s"}]}] | 1 | a field comes twice
      [{"signals":[{"type":"md5","value":"%s"}]}                 | 1 | not JSON, in or after the member that begins here
      [7]                                                        | 1 | expected an object, or the end
      []                                                         | 1 | there are no entries
      """)
  void json_withADefect_isRefusedWithItsLine(String json, long line, String reason) {
    Import refused = imported(ImportForm.JSON, json.replace("%s", MD5));

    assertThat(refused.state()).isEqualTo(Import.State.REFUSED);
    assertThat(refused.defects().first())
        .extracting(BadLine::line, BadLine::reason)
        .contains(tuple(line, reason));
  }

  @Test
  void json_anObjectALine_isRead() {
    String one = "{\"member\":\"%s\",\"signals\":[{\"type\":\"md5\",\"value\":\"%s\"}]}\n";

    Import done = imported(ImportForm.JSON, one.formatted("a", MD5) + one.formatted("b", MD5));

    assertThat(done.progress().outcome()).isEqualTo(new Import.Outcome(2, 0, 0));
    assertThat(matches(DIGEST)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(ImportForm.class)
  void export_importedIntoAnEmptyBank_isTheSame(ImportForm form) throws IOException {
    Random random = new Random(7);
    for (int member = 0; member < 40; member++) {
      addRandom(random, member);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    vigie.exports.write(vigie.banks.get(bank.name()), form, CALLER, file);

    Bank other = freshBank();
    Import done = imported(other, form, file.toString(StandardCharsets.UTF_8));

    assertThat(done.defects().first()).isEmpty();
    assertThat(done.progress().outcome()).isEqualTo(new Import.Outcome(40, 0, 0));
    assertThat(said(other)).isEqualTo(said(bank));
  }

  private void addRandom(Random random, int number) {
    List<MemberSignal> signals = new ArrayList<>();
    signals.add(MemberSignal.of(Digest.of(DigestType.SHA256, new byte[] {(byte) number})));
    if (random.nextBoolean()) {
      PdqSignal pdq = new PdqSignal(random.nextLong(), random.nextLong(), 0, number);
      signals.add(new MemberSignal(pdq, OptionalInt.of(random.nextInt(101))));
    }
    String text = (random.nextBoolean() ? "=1+1;-2" : "'@") + "a,b\"c\\d\te\n"
        + (char) (0xa0 + random.nextInt(0x3000)) + "é";
    MemberDescription description = new MemberDescription(
        random.nextBoolean() ? "" : text + number,
        random.nextBoolean() ? "" : text,
        random.nextBoolean() ? "" : text,
        random.nextBoolean() ? "" : text,
        random.nextBoolean() ? Optional.empty() : Optional.of("{\"k\": [1, \"\\n\"]}"));
    Member member = vigie.members.add(bank.id(), signals, description, CALLER);
    MemberStatus status = MemberStatus.values()[random.nextInt(MemberStatus.values().length)];
    vigie.members.change(member.id(), StatusChange.of(status, "random"), CALLER);
  }

  private record Said(
      MemberDescription description, List<MemberSignal> signals, MemberStatus status) {}

  private List<Said> said(Bank of) {
    return vigie.members.list(of.id(), MemberQuery.ALL, 0, 1_000).stream()
        .map(member -> new Said(member.description(), member.signals(), member.status()))
        .toList();
  }

  private Import imported(ImportForm form, String text) {
    return imported(bank, form, text);
  }

  private Import imported(Bank into, ImportForm form, String text) {
    ImportId id = vigie.imports.start(into, ImportTerms.strict(form), bytes(text), CALLER);
    Eventually.holds(() -> vigie.imports.find(id).orElseThrow().state().isFinal());
    vigie.caughtUp();
    return vigie.imports.find(id).orElseThrow();
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Match> matches(Signal signal) {
    return vigie
        .known
        .find(List.of(List.of(SoughtSignal.of(signal))), new Selection(Set.of(bank.id()), 0))
        .contents()
        .getFirst()
        .matches();
  }
}
