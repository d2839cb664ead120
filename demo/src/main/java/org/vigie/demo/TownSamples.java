package org.vigie.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.vigie.platform.DataDirectory;

/// Pictures to try the API with, in the folder `samples` of the data directory.
record TownSamples(Path folder) {
  static TownSamples in(DataDirectory directory) {
    return new TownSamples(directory.root().resolve("samples"));
  }

  void write(Album album) throws IOException {
    int listed = TownBank.HARBOUR_SCAM_POSTERS.seed(0);
    Map<String, byte[]> pictures = Map.of(
        "listed.jpg", album.original(listed),
        "rotated.jpg", album.sent(listed, 1),
        "unlisted.jpg", album.original(TownPosts.HARMLESS.getFirst()));
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> each : pictures.entrySet()) {
      Files.write(folder.resolve(each.getKey()), each.getValue());
    }
  }
}
