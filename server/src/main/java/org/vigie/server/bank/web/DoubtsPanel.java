package org.vigie.server.bank.web;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.vigie.server.access.Permission;
import org.vigie.server.bank.curating.StoredMembers;
import org.vigie.server.bank.store.MemberDoubts;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;

/// The numbers of members that are set aside or disputed.
record DoubtsPanel(StoredMembers members) implements HomePanel {
  @Override
  public int order() {
    return 15;
  }

  @Override
  public GrantedAuthority authority() {
    return Permission.BANKS_READ;
  }

  @Override
  public View view(Texts texts) {
    MemberDoubts doubts = members.doubts();
    boolean waiting = doubts.setAside() > 0;
    State state = waiting
        ? new State(Tone.WARNING, texts.get("bank.set-aside-panel.waiting"))
        : new State(Tone.GOOD, texts.get("bank.set-aside-panel.nothing"));
    return new View(
        texts.get("bank.set-aside-panel.title"),
        List.of(
            new Figure(
                texts.number(doubts.setAside()), texts.get("bank.set-aside-panel.set-aside")),
            new Figure(
                texts.number(doubts.disputed()), texts.get("bank.set-aside-panel.disputed"))),
        List.of(state),
        Optional.of(new Link(texts.get("bank.set-aside-panel.link"), "/banks#set-aside"))
            .filter(_ -> waiting));
  }
}
