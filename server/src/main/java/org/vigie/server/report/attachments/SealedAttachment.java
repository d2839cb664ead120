package org.vigie.server.report.attachments;

import java.util.Optional;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.report.Circumstances;
import org.vigie.server.report.answering.ReceivedFile;
import org.vigie.server.scan.ScanId;

/// A sealed file of a notice.
///
/// @param scan by which it was compared with known content; empty for a snapshot, and if the
///     surface is not scanned here
/// @param file its name and length, for the receipt
/// @param circumstances of a snapshot; empty for other files
public record SealedAttachment(
    EvidenceId evidence,
    EvidenceKind kind,
    Optional<ScanId> scan,
    ReceivedFile file,
    Optional<Circumstances> circumstances) {}
