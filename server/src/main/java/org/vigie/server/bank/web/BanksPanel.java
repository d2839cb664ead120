package org.vigie.server.bank.web;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.vigie.server.access.Permission;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;

/// The number of banks and members, and whether the index is loaded.
record BanksPanel(Banks banks, KnownContent known) implements HomePanel {
  @Override
  public int order() {
    return 10;
  }

  @Override
  public GrantedAuthority authority() {
    return Permission.BANKS_READ;
  }

  @Override
  public View view(Texts texts) {
    List<Bank> all = banks.list();
    long members = all.stream().mapToLong(Bank::members).sum();
    return new View(
        texts.get("bank.panel.title"),
        List.of(
            new Figure(texts.number(all.size()), texts.get("bank.panel.banks")),
            new Figure(texts.number(members), texts.get("bank.panel.members"))),
        List.of(state(texts)),
        Optional.of(new Link(texts.get("bank.panel.link"), "/banks")));
  }

  private State state(Texts texts) {
    return known.isReady()
        ? new State(Tone.GOOD, texts.get("bank.panel.ready"))
        : new State(Tone.WAITING, texts.get("bank.panel.loading"));
  }
}
