package org.vigie.server.evidence.custody;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.server.evidence.CustodyEntry;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.seal.Digests;

/// Links the entries of a custody chain by hash: `docs/formats/evidence.md`, section 3.
public final class CustodyChain {
  /// The end of a chain that has no entries yet.
  public static final End BEGINNING = new End(0, "0".repeat(64));

  private static final String FORM = "vigie-custody-1";

  private CustodyChain() {}

  /// The end of a chain.
  ///
  /// @param entries the number of entries
  /// @param hash of the last, 64 lowercase hex digits
  public record End(int entries, String hash) {}

  /// Returns the hash that an entry must have after another.
  ///
  /// @param before the hash of the entry before, or that of [#BEGINNING]
  public static String hash(CustodyEntry entry, String before) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, FORM);
      write(out, entry.evidence().value().toString());
      write(out, Integer.toString(entry.number()));
      write(out, Long.toString(micros(entry.at())));
      write(out, entry.act().name());
      write(out, entry.caller());
      write(out, entry.grant().map(grant -> grant.value().toString()).orElse(""));
      write(out, entry.reason());
      write(out, before);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return HexFormat.of().formatHex(Digests.sha256().digest(bytes.toByteArray()));
  }

  /// Returns the reason of the first entry of a chain, so that the chain covers the description of
  /// the object.
  public static String description(EvidenceObject object, BlobAddress blob) {
    NewEvidence said = object.description();
    return "kind=%s length=%d sha256=%s blob=%s source=%s type=%s"
        .formatted(
            said.kind(),
            object.length(),
            object.sha256(),
            blob.sha256(),
            said.source(),
            said.mediaType());
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static void write(DataOutputStream out, String field) throws IOException {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /// Returns the number of the first entry that was changed or is missing; empty if the chain is
  /// whole.
  ///
  /// @param end the end of the chain in the object's row
  public static OptionalInt defect(EvidenceId evidence, List<CustodyEntry> entries, End end) {
    String before = BEGINNING.hash();
    int number = 0;
    for (CustodyEntry entry : entries) {
      number++;
      if (entry.number() != number
          || !entry.evidence().equals(evidence)
          || !entry.hash().equals(hash(entry, before))) {
        return OptionalInt.of(number);
      }
      before = entry.hash();
    }
    boolean whole = number > 0 && end.equals(new End(number, before));
    return whole ? OptionalInt.empty() : OptionalInt.of(number + 1);
  }
}
