package org.vigie.server.evidence.web;

import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.ShownMedia;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The page where the holder of a grant for the law views a sealed object, or takes a copy of it.
public record OpenedPage(Frame frame, EvidenceObject object, GrantRows.Row grant, FormErrors errors)
    implements Page {
  public String id() {
    return object.id().value().toString();
  }

  /// Returns the address of the content, which is recorded when it is called.
  public String content() {
    return address() + "/content";
  }

  public String address() {
    return EvidenceAddress.of(object.id(), EvidenceAddress.grant(grant.id()));
  }

  /// Returns the way to show it: `image`, `video`, `audio`, `text`, or `file` for content that is
  /// only copied.
  public String look() {
    String type = object.description().mediaType();
    if (type.equals(Sending.SNAPSHOT)) {
      return "text";
    }
    return ShownMedia.TYPES.contains(type) ? type.split("/", 2)[0] : "file";
  }
}
