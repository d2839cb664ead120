package org.vigie.server.scan.reading;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.media.LumaSource;
import org.vigie.media.LumaSources;
import org.vigie.media.MediaSettings;
import org.vigie.server.frame.ReadinessCheck;
import org.vigie.server.scan.settings.ScanSettings;

/// Wires the decoding of media and the hashing of pictures.
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {
  @Bean
  LumaSource lumaSource(ScanSettings settings) {
    return LumaSources.inProcess(new MediaSettings(settings.work().maxPixels()));
  }

  @Bean
  Decoders decoders(ScanSettings settings) {
    int chosen = settings.work().decoders();
    return new Decoders(chosen == 0 ? Runtime.getRuntime().availableProcessors() : chosen);
  }

  @Bean(initMethod = "beginWarmUp")
  MediaReader signalExtraction(LumaSource source, Decoders decoders, ScanSettings settings) {
    long memory = Runtime.getRuntime().maxMemory() / 2;
    return new MediaReader(source, decoders, settings.deadline(), memory);
  }

  @Bean
  ReadinessCheck scansWarm(MediaReader reader) {
    return () -> reader.isWarm() ? Optional.empty() : Optional.of("scan-warming-up");
  }
}
