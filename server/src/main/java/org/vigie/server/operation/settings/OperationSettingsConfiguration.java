package org.vigie.server.operation.settings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// Binds the settings of the operation.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HttpSettings.class, DatabaseSettings.class, DiskSettings.class})
class OperationSettingsConfiguration {}
