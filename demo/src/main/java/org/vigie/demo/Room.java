package org.vigie.demo;

import java.util.random.RandomGenerator;
import org.vigie.connector.Reference;

/// The public channels of the town.
enum Room {
  HARBOUR_NEWS("@harbour-news"),
  FLEA_MARKET("@flea-market"),
  GULL_WATCHERS("@gull-watchers"),
  OLD_PHOTOGRAPHS("@old-photographs"),
  EASY_MONEY("@easy-money-today"),
  FERRY_TIMES("@ferry-times");

  private final String reference;

  Room(String reference) {
    this.reference = reference;
  }

  Reference reference() {
    return new Reference(reference);
  }

  static Room any(RandomGenerator random) {
    return values()[random.nextInt(values().length)];
  }
}
