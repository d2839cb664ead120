package org.vigie.hashlist;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.BufferedReader;
import java.io.IOException;

/// A hash set or case of Project VIC (VICS 1.1 to 2.0): an object whose array `value` has media,
/// or cases with media. Read as a stream of any length.
///
/// Such a file is often one line, so an entry is numbered by its place among the media, from 1.
final class VicsForm {
  /// Names of fields are the publisher's: they are not kept for other files.
  private static final JsonFactory JSON = new JsonFactoryBuilder()
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
      .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
      .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
      .build();

  private final Entries entries;
  private long number;
  private boolean anyMedia;

  VicsForm(Entries entries) {
    this.entries = entries;
  }

  void read(BufferedReader text) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        readDocument(parser);
      }
      if (!anyMedia) {
        entries.refuseAll(1, HashListDefect.UNKNOWN_JSON.of());
      }
    } catch (JsonProcessingException e) {
      entries.refuseAll(Math.max(1, number), HashListDefect.BROKEN_JSON.of());
    }
  }

  private void readDocument(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean value = parser.currentName().equals("value");
      if (parser.nextToken() == JsonToken.START_ARRAY && value) {
        readAll(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (anyMedia && parser.nextToken() != null) {
      entries.refuseAll(Math.max(1, number), HashListDefect.BROKEN_JSON.of());
    }
  }

  /// Reads an array of media or cases; the parser refuses a text that ends within.
  private void readAll(JsonParser parser) throws IOException {
    for (JsonToken token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        readOne(parser);
      } else {
        number++;
        entries.refuse(number, HashListDefect.MISSING_MD5.of());
        parser.skipChildren();
      }
    }
  }

  private void readOne(JsonParser parser) throws IOException {
    VicsMedia media = new VicsMedia();
    boolean isCase = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("Media") && value == JsonToken.START_ARRAY) {
        recognised();
        isCase = true;
        readAll(parser);
      } else {
        media.take(name, value, parser);
      }
    }
    if (!isCase) {
      number++;
      addMedia(media);
    }
  }

  private void addMedia(VicsMedia media) {
    if (media.hasMd5()) {
      recognised();
    }
    media.addTo(entries, number);
  }

  private void recognised() {
    anyMedia = true;
    entries.recognise(ListForm.VICS);
  }
}
