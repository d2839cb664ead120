package org.vigie.server.evidence.custody;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.frame.ProblemType;

/// Wires the problems that evidence answers with.
@Configuration(proxyBeanMethods = false)
class CustodyConfiguration {
  @Bean
  ProblemType evidenceGone() {
    return EvidenceProblems.GONE;
  }

  @Bean
  ProblemType noSuchHold() {
    return EvidenceProblems.NO_SUCH_HOLD;
  }

  @Bean
  ProblemType evidenceRefused() {
    return EvidenceProblems.REFUSED;
  }

  @Bean
  ProblemType evidenceDamaged() {
    return EvidenceProblems.DAMAGED;
  }
}
