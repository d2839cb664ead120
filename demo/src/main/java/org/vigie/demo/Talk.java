package org.vigie.demo;

import java.util.List;
import java.util.Locale;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.CategoryKey;

/// Invented conversations in public channels, each with one reported message.
enum Talk {
  PARCEL("phishing", Language.EN, Room.FLEA_MARKET, 812, """
      vera: Does anybody still have the blue bicycle?
      tom: Sold yesterday, sorry.
      * parcel-desk: Your parcel is held. Pay 1.95 with your card at parcels-of-the-harbour.example.
      vera: I have not ordered anything. Is that real?
      """),
  DOUBLE("pyramid-schemes", Language.EN, Room.EASY_MONEY, 12_400, """
      golden-anchor: Three people joined yesterday and have doubled their money.
      piotr: How long does it take?
      * golden-anchor: Bring 200, bring two friends who bring 200 each, and take 800 on Friday.
      """),
  TICKETS("phishing", Language.FR, Room.FERRY_TIMES, 3_150, """
      lise: La navette de 18 h est annulée ?
      * service-ferry: Remboursement immédiat, envoyez le code reçu par SMS sur ce canal.
      lise: Pourquoi un code ?
      service-ferry: C’est la procédure, vite, il expire.
      """),
  NORTH_QUAY("hate-speech", Language.EN, Room.HARBOUR_NEWS, 9_870, """
      editor: The market moves to the north quay from Saturday on.
      * storm-petrel: Nobody from there belongs here, and we should drive them out.
      vera: Please stop this.
      """),
  SEAGULLS("hate-speech", Language.FR, Room.GULL_WATCHERS, 240, """
      albatros: Trente goélands argentés ce matin sur la digue.
      * cormoran: Les goélands sont des voleurs, tous, sans exception, à bas les goélands !
      albatros: Tu parles bien des oiseaux ?
      """),
  WINDOWS("incitement-to-violence", Language.FR, Room.HARBOUR_NEWS, 9_870, """
      redaction: La réunion sur le nouveau port a lieu samedi à 15 h.
      * ressac: Samedi on casse toutes les vitrines de la rue du port, venez avec des pierres.
      tom: Je préviens la mairie.
      """),
  MASTER("impersonation", Language.EN, Room.OLD_PHOTOGRAPHS, 640, """
      nadia: My grandfather took this one from the lighthouse.
      * harbour-master-real: I am the harbour master. This channel closes unless you pay the fee to me.
      nadia: The harbour master is my neighbour, and this is not him.
      """),
  SELLING("prohibited-products", Language.FR, Room.FLEA_MARKET, 812, """
      tom: Quelqu’un a des caisses pour le déménagement ?
      * bonne-affaire: Médicaments sans ordonnance, livraison ce soir, prix en privé.
      """),
  WORRY("suicide-announced", Language.FR, Room.GULL_WATCHERS, 240, """
      albatros: On se retrouve à la jetée demain ?
      * mouette: Demain je ne serai plus là, ne m’attendez pas.
      albatros: Mouette, appelle-moi, s’il te plaît.
      """),
  NEWSROOM("other-violation-of-terms", Language.EN, Room.HARBOUR_NEWS, 9_870, """
      vera: When does the bridge open again?
      * harbour-newsroom: Bridge closed until Monday. Read more at harbour-news.example/bridge.
      """);

  private static final String REPORTED = "* ";

  private final String category;
  private final Language language;
  private final Room room;
  private final int members;
  private final String script;

  Talk(String category, Language language, Room room, int members, String script) {
    this.category = category;
    this.language = language;
    this.room = room;
    this.members = members;
    this.script = script;
  }

  /// One message.
  record Line(String speaker, String text, boolean reported) {
    private static Line of(String line) {
      boolean reported = line.startsWith(REPORTED);
      String[] parts = (reported ? line.substring(REPORTED.length()) : line).split(": ", 2);
      return new Line(parts[0], parts[1], reported);
    }
  }

  /// Returns the category of its report.
  CategoryKey category() {
    return new CategoryKey(category);
  }

  Language language() {
    return language;
  }

  Room room() {
    return room;
  }

  /// Returns the number of people in the channel.
  int members() {
    return members;
  }

  List<Line> lines() {
    return script.lines().map(Line::of).toList();
  }

  /// Returns the message that is reported.
  Line reported() {
    return lines().stream().filter(Line::reported).findFirst().orElseThrow();
  }

  /// Returns whether a picture belongs to the message that is reported.
  boolean isWithPicture() {
    return this == PARCEL || this == SELLING;
  }

  /// Returns whether the messenger has verified who it is that is reported.
  boolean isOfVerified() {
    return this == NEWSROOM;
  }

  /// Returns the name of a message for programs.
  String reference(int line) {
    return "%s-%d".formatted(name().toLowerCase(Locale.ROOT), line);
  }
}
