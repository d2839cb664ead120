package org.vigie.server.policy.web;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.revising.PolicyFile;
import org.vigie.server.policy.revising.PolicyFileLoader;

/// The current revision of the catalogue, and whether loading its file failed.
record PolicyPanel(Policies policies, PolicyFileLoader file) implements HomePanel {
  @Override
  public int order() {
    return 30;
  }

  @Override
  public GrantedAuthority authority() {
    return Permission.POLICY_READ;
  }

  @Override
  public View view(Texts texts) {
    return new View(
        texts.get("policy.title"),
        List.of(new Figure(
            texts.number(policies.current().revision().number()),
            texts.get("policy.panel.revision"))),
        List.of(state(texts)),
        Optional.of(new Link(texts.get("policy.panel.link"), "/policy")));
  }

  private State state(Texts texts) {
    return switch (file.outcome()) {
      case PolicyFile.None _, PolicyFile.Held _ ->
        new State(Tone.GOOD, texts.get("policy.panel.in-force"));
      case PolicyFile.Refused _ -> new State(Tone.BAD, texts.get("policy.panel.refused"));
      case PolicyFile.Unreadable _ -> new State(Tone.BAD, texts.get("policy.panel.unreadable"));
    };
  }
}
