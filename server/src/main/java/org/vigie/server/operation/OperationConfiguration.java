package org.vigie.server.operation;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// Wires what the running server itself needs of this module, which is that unknown settings are
/// refused.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HttpSettings.class, DatabaseSettings.class})
class OperationConfiguration {}
