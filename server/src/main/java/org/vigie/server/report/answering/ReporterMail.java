package org.vigie.server.report.answering;

import java.util.UUID;
import org.vigie.server.frame.Json;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.EffectKey;
import org.vigie.server.outbox.EffectKind;

/// A mail to a reporter, as the payload of an effect. It is written when it is sent, so the outbox
/// holds no address.
record ReporterMail(UUID notice, Kind kind) {
  static final EffectKind EFFECT = new EffectKind("reporter-mail");

  /// The kinds of mail.
  enum Kind {
    /// The notice has arrived: Regulation (EU) 2022/2065, Art. 16(4).
    RECEIVED,
    /// It is decided, with redress: Art. 16(5) and (6).
    DECIDED
  }

  static ReporterMail of(Effect effect) {
    return Json.mapper().readValue(effect.payload(), ReporterMail.class);
  }

  Effect effect() {
    return new Effect(
        EffectId.random(),
        EFFECT,
        new EffectKey("notice:" + notice),
        Json.mapper().writeValueAsString(this));
  }
}
