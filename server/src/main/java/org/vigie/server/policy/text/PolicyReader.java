package org.vigie.server.policy.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Clock;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.policy.text.PolicyProblem.Defect;

/// Reads a catalogue, whole or not at all: it throws every problem together.
///
/// Source: `docs/formats/policy.md`. Threads: any.
public final class PolicyReader {
  /// The most bytes that a catalogue may have.
  public static final int MAX_BYTES = 262_144;

  private static final int FORMAT = 1;
  private static final Set<String> KEYS =
      Set.of("format", "matching", "categories", "clocks", "review");

  private PolicyReader() {}

  /// Returns the text of a file.
  ///
  /// @throws MalformedPolicyException if it is too large or not UTF-8
  public static String decode(byte[] bytes) {
    Problems problems = new Problems();
    refuseTooLarge(bytes.length, problems);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    CoderResult result = strictDecoder().decode(rest, text, true);
    text.flip();
    if (result.isError()) {
      problems.add(Defect.NOT_UTF8, Place.behind(text), "", "a byte here is not UTF-8");
    }
    problems.throwIfAny();
    return text.toString();
  }

  private static CharsetDecoder strictDecoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static void refuseTooLarge(int length, Problems problems) {
    if (length > MAX_BYTES) {
      String reason = "a catalogue has at most " + MAX_BYTES + " bytes, this has " + length;
      problems.add(Defect.TOO_LARGE, Place.START, "", reason);
      problems.throwIfAny();
    }
  }

  /// Reads a text.
  ///
  /// @param revision the number that the catalogue has or would get
  /// @throws MalformedPolicyException with all problems
  public static PolicyCatalogue read(String text, PolicyRevision revision) {
    Problems problems = new Problems();
    refuseTooLarge(text.getBytes(StandardCharsets.UTF_8).length, problems);
    refuseControlCharacters(text, problems);
    PolicyCatalogue catalogue =
        catalogue(new Value(YamlTree.read(text, problems), "", problems), revision);
    problems.throwIfAny();
    return catalogue;
  }

  private static void refuseControlCharacters(String text, Problems problems) {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      if (!StreamReader.isPrintable(text.codePointAt(i))) {
        Place place = Place.behind(text.substring(0, i));
        problems.add(Defect.CONTROL_CHARACTER, place, "", "a character here is not printable");
        problems.throwIfAny();
      }
    }
  }

  private static PolicyCatalogue catalogue(Value root, PolicyRevision revision) {
    Fields fields = root.fields(KEYS);
    refuseOtherFormats(fields.required("format"));
    Category.Matching usual = CategoryReader.matching(fields.required("matching"));
    List<Category> categories = new CategoryReader(usual).categories(fields.required("categories"));
    List<Clock> clocks = ClockReader.clocks(fields.required("clocks"));
    ReviewRules review = fields
        .optional("review")
        .map(value -> new ReviewReader(categories, clocks).rules(value))
        .orElse(ReviewRules.USUAL);
    return new PolicyCatalogue(revision, categories, clocks, review);
  }

  private static void refuseOtherFormats(Value format) {
    if (!format.isUnusable() && format.number(0, 999) != FORMAT) {
      format.refuse(Defect.UNKNOWN_FORMAT, "this version of Vigie reads format " + FORMAT);
    }
  }
}
