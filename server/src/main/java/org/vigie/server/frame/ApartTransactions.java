package org.vigie.server.frame;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// Separate transactions, which stay committed even if the surrounding one is rolled back.
///
/// Their thread may hold a connection already. They take theirs from [Lane#APART], which threads
/// that hold none cannot exhaust. Code inside must not begin another.
public final class ApartTransactions implements TransactionOperations {
  private final TransactionTemplate template;

  public ApartTransactions(PlatformTransactionManager transactions) {
    this.template = new TransactionTemplate(transactions);
    this.template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
    return Lane.APART.call(() -> template.execute(action));
  }
}
