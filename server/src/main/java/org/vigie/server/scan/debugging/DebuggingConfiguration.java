package org.vigie.server.scan.debugging;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.bank.IdleMembers;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.Members;
import org.vigie.server.scan.SignalExtraction;

/// Wires the match debugger.
@Configuration(proxyBeanMethods = false)
class DebuggingConfiguration {
  @Bean
  MatchDebugger matchDebugger(
      SignalExtraction extraction,
      KnownContent known,
      IdleMembers idle,
      Members members,
      AccessLedger ledger,
      InstantSource clock) {
    return new MatchDebugger(extraction, known, idle, members, ledger, clock);
  }
}
