package org.vigie.server.report.mailing;

import java.time.Instant;
import java.util.Optional;
import org.vigie.server.access.Person;
import org.vigie.server.frame.Json;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.EffectKey;
import org.vigie.server.outbox.EffectKind;

/// A mail about danger to somebody's life, as the payload of an effect, which is deleted on
/// delivery.
///
/// @param page of this installation
record DangerMail(String email, String page, Optional<Instant> dueAt) {
  static final EffectKind EFFECT = new EffectKind("danger-mail");

  static DangerMail of(Effect effect) {
    return Json.mapper().readValue(effect.payload(), DangerMail.class);
  }

  /// Returns the effect that mails one person about one page.
  static Effect effect(Person to, String page, Optional<Instant> dueAt) {
    DangerMail mail = new DangerMail(to.email().value(), page, dueAt);
    return new Effect(
        EffectId.of("danger:" + page + ":" + to.id().value()),
        EFFECT,
        new EffectKey("danger:" + to.id().value()),
        Json.mapper().writeValueAsString(mail));
  }

  @Override
  public String toString() {
    return "DangerMail[" + page + "]";
  }
}
