package org.vigie.server.operation;

import java.io.IOException;
import java.nio.file.Files;
import org.vigie.platform.blob.BlobsUnavailableException;
import org.vigie.server.evidence.EvidenceBlobs;
import org.vigie.server.evidence.EvidenceSettings;
import org.vigie.server.operation.doctor.Check;
import org.vigie.server.operation.doctor.Outcome;

/// Where sealed evidence lies. A bucket is asked for a list, and nothing is written.
record EvidenceStoreCheck(EvidenceSettings vault) implements Check {
  private static final String SETTINGS = "correct the settings vigie.evidence.blobs";

  @Override
  public String name() {
    return "evidence";
  }

  @Override
  public Outcome examine() {
    try {
      return new Outcome.Fine(EvidenceBlobs.checked(vault)
          .map(bucket -> "the " + bucket + " answers")
          .orElseGet(this::folder));
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
