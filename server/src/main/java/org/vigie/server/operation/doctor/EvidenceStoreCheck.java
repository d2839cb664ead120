package org.vigie.server.operation.doctor;

import java.io.IOException;
import java.nio.file.Files;
import org.vigie.platform.blob.BlobsUnavailableException;
import org.vigie.server.evidence.EvidenceBlobs;
import org.vigie.server.evidence.EvidenceKeys;
import org.vigie.server.evidence.EvidenceSettings;
import org.vigie.server.evidence.HsmUnavailableException;
import org.vigie.server.operation.console.FileFailure;

/// Where sealed evidence and its keys lie. A bucket is asked for a list, a hardware security
/// module for its token, and nothing is written.
public record EvidenceStoreCheck(EvidenceSettings vault) implements Check {
  private static final String SETTINGS = "correct the settings vigie.evidence.blobs";

  @Override
  public String name() {
    return "evidence";
  }

  @Override
  public Outcome examine() {
    try {
      String place = EvidenceBlobs.checked(vault)
          .map(bucket -> "the " + bucket + " answers")
          .orElseGet(this::folder);
      String keys =
          EvidenceKeys.checked(vault) ? "; its keys in a hardware security module, too" : "";
      return new Outcome.Fine(place + keys);
    } catch (HsmUnavailableException e) {
      return new Outcome.Broken(
          "the keys of evidence cannot be used", String.valueOf(e.getMessage()));
    } catch (BlobsUnavailableException e) {
      return new Outcome.Broken(
          "the store of sealed evidence does not answer", "the " + e.getMessage());
    } catch (IOException e) {
      return new Outcome.Broken("the bucket cannot be used: " + FileFailure.words(e), SETTINGS);
    }
  }

  private String folder() {
    return "in the folder " + vault.blobDirectory()
        + (Files.isDirectory(vault.blobDirectory()) ? "" : ", made at the next start");
  }
}
