package org.vigie.server;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.modulith.Modulithic;

/// The Spring application; `./vigie run` starts it, and the tests do.
///
/// Only controllers (`…Controller`, `…Calls`) and configurations are looked for, by their names:
/// reading every class for them would take a noticeable part of a start.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
    resourcePattern = "**/{name:.*(?:Controller|Calls|Configuration)}.class",
    excludeFilters =
        @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@Modulithic(systemName = "Vigie")
public class VigieServer {}
