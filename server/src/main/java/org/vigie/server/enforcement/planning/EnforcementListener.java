package org.vigie.server.enforcement.planning;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/// Marks a method that works on facts of other modules after their commit, on the threads of this
/// module. The registry of event publications redelivers a fact until the method returns.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Async(EnforcementListener.EXECUTOR)
@TransactionalEventListener
@interface EnforcementListener {
  /// The bean of the threads.
  String EXECUTOR = "enforcementEvents";
}
