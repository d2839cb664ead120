package org.vigie.server.hma.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.vigie.server.bank.Bank;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A bank as JSON.
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "HmaBank")
public record BankAnswer(String name, double matchingEnabledRatio) {
  static BankAnswer of(Bank bank) {
    return new BankAnswer(bank.name().value(), bank.terms().enabledShare());
  }
}
