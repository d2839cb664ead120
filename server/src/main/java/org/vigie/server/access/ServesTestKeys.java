package org.vigie.server.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks handlers that keys for tests reach: all of a class, or one.
///
/// A handler with it reads and changes nothing that is real: no bank, scan, notice, case, figure or
/// mail. Keys for tests reach no handler without it, so that nothing new is open to them by
/// mistake.
///
/// A class with it is no `@Controller`: it has the same paths as the handlers of real things, and
/// replaces them for keys for tests only.
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ServesTestKeys {}
