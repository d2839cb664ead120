package org.vigie.server.evidence.veil;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.media.DecodingMemory;
import org.vigie.media.LumaSources;
import org.vigie.media.MediaSettings;
import org.vigie.server.evidence.Renditions;
import org.vigie.server.evidence.Vault;

/// Wires the renditions of sealed pictures.
@Configuration(proxyBeanMethods = false)
class VeilConfiguration {
  private static final long MOST_PIXELS = 50_000_000;

  /// For files whose rendition is made, and as much to decode them.
  private static final int SHARE_OF_HEAP = 8;

  private static final Duration LIMIT = Duration.ofSeconds(2);

  /// Pictures of up to fifty million pixels; larger ones have a blank rendition.
  @Bean
  Renditions renditions(Vault vault, RenditionThreads threads) {
    return new PictureRenditions(
        vault,
        new RenditionDecoder(
            LumaSources.inProcess(new MediaSettings(MOST_PIXELS)),
            threads,
            new DecodingMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)),
        new DecodingMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
  }

  @Bean
  RenditionThreads renditionThreads() {
    return new RenditionThreads(LIMIT, System::nanoTime);
  }
}
