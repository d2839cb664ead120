package org.vigie.server.report.mailing;

import java.time.Instant;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.AccessRequested;
import org.vigie.server.access.Person;
import org.vigie.server.frame.Json;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.EffectKey;
import org.vigie.server.outbox.EffectKind;

/// A mail about a request for access, as the payload of an effect, which is deleted on delivery.
///
/// @param own whether it goes to the person who gets the access
/// @param concerned that person's name
/// @param askedBy the requester's name
/// @param dueAt when the access takes effect, unless it is stopped
/// @param atOnce whether it took effect already
record AccessMail(
    String email,
    AccessRequest.Kind kind,
    boolean own,
    String concerned,
    String askedBy,
    Instant dueAt,
    boolean atOnce) {
  static final EffectKind EFFECT = new EffectKind("access-mail");

  static AccessMail of(Effect effect) {
    return Json.mapper().readValue(effect.payload(), AccessMail.class);
  }

  /// Returns the effect that mails one person about a request.
  static Effect effect(AccessRequested request, Person to, boolean own) {
    AccessMail mail = new AccessMail(
        to.email().value(),
        request.kind(),
        own,
        request.concerned().name().value(),
        request.askedBy(),
        request.dueAt(),
        request.atOnce());
    return new Effect(
        EffectId.random(),
        EFFECT,
        new EffectKey("person:" + to.id().value()),
        Json.mapper().writeValueAsString(mail));
  }

  @Override
  public String toString() {
    return "AccessMail[" + kind + "]";
  }
}
