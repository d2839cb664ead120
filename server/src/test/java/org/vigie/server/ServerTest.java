package org.vigie.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// Runs a test class against the whole server on a port of its own, with a fresh database. Such
/// tests are slow: `./vigie test --quick` leaves them out.
///
/// - **Shared** by all classes of a JVM: the processes of PostgreSQL, the keys of the installation,
///   the folder of blobs, and compiled code.
/// - **Fresh** for each class, and common to its methods: the server, with all that it remembers,
///   and its database, a copy of migrated tables that was made while the class before ran.
/// - **Other than in an installation**: Flyway checks nothing, unless the class sets
///   `spring.flyway.enabled=true`, and passwords are hashed in [few rounds][QuickPasswords].
///
/// Servers are not shared between classes, even with equal settings: their caches, followers,
/// limits and meters hold what a test did. Instead a server costs little: nothing that it does at
/// its start or end may wait.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("slow")
@SpringBootTest(
    classes = VigieServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshDatabase.class)
@DirtiesContext
public @interface ServerTest {}
