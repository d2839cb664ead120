package org.vigie.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The Spring application; `./vigie run` starts it, and the tests do.
@SpringBootApplication(proxyBeanMethods = false)
@Modulithic(systemName = "Vigie")
public class VigieServer {}
