package org.vigie.server.scan.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.policy.Policies;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.MediaTooLargeException;
import org.vigie.server.scan.debugging.MatchDebugger;
import org.vigie.server.scan.debugging.MatchExplanation;
import org.vigie.server.scan.settings.ScanSettings;

/// Explains to people why a file matches, or does not; the file is neither kept nor shown.
@Controller
class DebuggerController {
  private static final String FILE = "media";

  private final MatchDebugger debugger;
  private final Policies policies;
  private final int maxMedia;

  DebuggerController(MatchDebugger debugger, Policies policies, ScanSettings settings) {
    this.debugger = debugger;
    this.policies = policies;
    this.maxMedia = (int) settings.work().maxMedia().toBytes();
  }

  @GetMapping("/debugger")
  @ResponseBody
  @Requires(Permission.DEBUG_MATCHES)
  @Look(Look.Kind.NOTHING_PERSONAL)
  DebuggerPage ask(Frame frame) {
    return page(frame, FormErrors.NONE, Optional.empty());
  }

  @PostMapping(path = "/debugger", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseBody
  @Requires(Permission.DEBUG_MATCHES)
  @Look(Look.Kind.NOTHING_PERSONAL)
  DebuggerPage explain(
      Frame frame,
      Caller caller,
      @RequestParam(name = FILE, required = false) @Nullable MultipartFile file)
      throws IOException {
    if (file == null || file.getOriginalFilename() == null || file.isEmpty()) {
      return wrong(frame, "scan.debugger.no-file");
    }
    try (InputStream in = file.getInputStream()) {
      Media media = Media.read(in, maxMedia);
      return page(frame, FormErrors.NONE, Optional.of(debugger.explain(media, caller)));
    } catch (MediaTooLargeException e) {
      return wrong(frame, "scan.debugger.too-large");
    }
  }

  private DebuggerPage wrong(Frame frame, String key) {
    return page(frame, FormErrors.NONE.with(FILE, frame.text(key)), Optional.empty());
  }

  private DebuggerPage page(
      Frame frame, FormErrors errors, Optional<MatchExplanation> explanation) {
    return new DebuggerPage(frame, errors, policies.current(), explanation);
  }
}
