package org.vigie.server.scan.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.vigie.connector.Subject;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.ServesTestKeys;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.scan.DecodingLane;
import org.vigie.server.scan.MediaSignals;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanProblems;
import org.vigie.server.scan.SignalExtraction;
import org.vigie.server.scan.TestBank;
import org.vigie.server.scan.lookup.Lookup;
import org.vigie.server.scan.settings.ScanSettings;
import org.vigie.server.scan.web.ScanAnswer.MatchAnswer;

/// Scans and look-ups of keys for tests: read as real ones are, and compared with [TestBank] only.
@ServesTestKeys
@ResponseBody
@Hidden
class TestScanCalls {
  private static final int MOST_BYTES = 1 << 18;

  private final SignalExtraction extraction;
  private final TestScans scans;
  private final Messengers messengers;
  private final InstantSource clock;
  private final ScanSettings settings;
  private final TestBank bank = new TestBank();
  private final SignalTypes types = SignalTypes.installed();

  TestScanCalls(
      SignalExtraction extraction,
      TestScans scans,
      Messengers messengers,
      InstantSource clock,
      ScanSettings settings) {
    this.extraction = extraction;
    this.scans = scans;
    this.messengers = messengers;
    this.clock = clock;
    this.settings = settings;
  }

  @PostMapping(path = "/api/v1/scans", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(Permission.SCAN)
  ScanAnswer scan(HttpServletRequest http, Caller.TestKey caller) throws IOException {
    ScanController.key(http);
    int most = (int) settings.work().maxMedia().toBytes();
    Upload upload = UploadReader.read(http, most, messengers, this::checkSurface);
    ScanAnswer answer = ScanAnswer.ofTest(scanned(upload, caller));
    scans.keep(caller.id(), answer);
    return answer;
  }

  private Scan scanned(Upload upload, Caller.TestKey caller) {
    MediaSignals signals = extraction.extract(upload.media(), DecodingLane.CALLERS);
    return new Scan(
        scans.next(),
        caller.reference(),
        upload.subject(),
        upload.media().size(),
        signals,
        bank.compare(signals, clock.instant()),
        Optional.empty());
  }

  private void checkSurface(Subject subject) {
    if (!settings.scans(subject.surface())) {
      throw ScanProblems.surfaceNotScanned();
    }
  }

  @GetMapping("/api/v1/scans/{id}")
  @Requires(Permission.SCAN)
  ScanAnswer find(@PathVariable String id, Caller.TestKey caller) {
    return ScanIdText.read(id)
        .flatMap(scan -> scans.find(caller.id(), scan))
        .orElseThrow(ScanProblems::noSuchScan);
  }

  @PostMapping(path = "/api/v1/lookups", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.SCAN)
  ScanBodies.LookupAnswer lookUp(HttpServletRequest http) throws IOException {
    Lookup lookup = LookupReader.read(JsonBody.read(http, MOST_BYTES), types);
    checkBanks(lookup);
    Instant now = clock.instant();
    List<ScanBodies.LookupResult> results = new ArrayList<>();
    List<Integer> notCompared = new ArrayList<>();
    for (int place = 0; place < lookup.signals().size(); place++) {
      SoughtSignal sought = lookup.signals().get(place);
      if (!bank.compares(sought)) {
        notCompared.add(place);
      }
      int index = place;
      bank.find(List.of(sought), now)
          .map(match -> List.of(MatchAnswer.of(match)))
          .ifPresent(found -> results.add(new ScanBodies.LookupResult(index, found, List.of())));
    }
    return new ScanBodies.LookupAnswer(1, 1, results, notCompared, true);
  }

  private static void checkBanks(Lookup lookup) {
    for (int place = 0; place < lookup.banks().size(); place++) {
      if (!lookup.banks().get(place).equals(TestBank.NAME)) {
        throw ProblemException.ofField(
            "banks[" + place + "]", "No bank has this name in the test mode.");
      }
    }
  }
}
