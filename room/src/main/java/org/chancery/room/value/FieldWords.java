package org.chancery.room.value;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the fields of answers and entries are called on a page, and what is in them. */
public final class FieldWords {
  /** Fields that hold ids of parties. */
  static final Set<String> PARTIES =
      Set.of(
          "party",
          "parties",
          "by",
          "of",
          "country",
          "host",
          "convener",
          "succeeds",
          "sending",
          "receiving",
          "against",
          "about");

  /** Fields that hold ids of officials. */
  static final Set<String> OFFICIALS = Set.of("official", "traveller", "visitor");

  /** Fields that hold the id of something, and under which concept that has its page. */
  static final Map<String, String> SUBJECTS =
      Map.ofEntries(
          Map.entry("meeting", "meetings"),
          Map.entry("trip", "trips"),
          Map.entry("conference", "conferences"),
          Map.entry("partOf", "conferences"),
          Map.entry("inMarginsOf", "conferences"),
          Map.entry("statement", "statements"),
          Map.entry("cooperation", "cooperations"),
          Map.entry("agreement", "agreements"),
          Map.entry("sanction", "sanctions"),
          Map.entry("mission", "missions"));

  /** Fields that hold positions of entries. */
  static final Set<String> ENTRIES = Set.of("entry", "entries", "supersedes", "supersededBy");

  /** Fields that tell in one word how something stands or of what kind it is. */
  static final Set<String> CHOICES =
      Set.of(
          "status",
          "state",
          "level",
          "format",
          "kind",
          "standing",
          "means",
          "attribution",
          "stance",
          "held",
          "headed",
          "extant",
          "manner",
          "lasts",
          "visitKind",
          "between",
          "as",
          "measures",
          "possibleMeasures",
          "stated",
          "step",
          "by",
          "first",
          "certainty");

  /** Of these, those that tell how it stands on the day. */
  static final Set<String> STATES =
      Set.of("status", "state", "level", "standing", "held", "headed", "extant", "lasts");

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("heldOn", "Held"),
          Map.entry("scheduledFor", "Scheduled for"),
          Map.entry("excluded", "Left out"),
          Map.entry("participants", "Who took part, or was to"),
          Map.entry("partOf", "Part of"),
          Map.entry("inMarginsOf", "In the margins of"),
          Map.entry("invited", "Invited"),
          Map.entry("leftOut", "Who was left out of what"),
          Map.entry("inMargins", "Meetings in the margins"),
          Map.entry("sessions", "Sessions"),
          Map.entry("parts", "Conferences within it"),
          Map.entry("travellers", "Who travelled to it"),
          Map.entry("countryName", "Country, as it was called"),
          Map.entry("holds", "Offices held on the day"),
          Map.entry("appointments", "Terms in office"),
          Map.entry("attestations", "Offices attested"),
          Map.entry("missions", "At the head of missions"),
          Map.entry("called", "Names over time"),
          Map.entry("possibleNames", "Possible names"),
          Map.entry("variantNames", "Also called in sources"),
          Map.entry("extant", "Exists on the day"),
          Map.entry("existed", "Existed"),
          Map.entry("heads", "Headed by"),
          Map.entry("headed", "Has a head on the day"),
          Map.entry("designated", "Who is to head it"),
          Map.entry("predecessor", "Before"),
          Map.entry("successor", "After"),
          Map.entry("personaeNonGratae", "Declared personae non gratae"),
          Map.entry("personaNonGrata", "Declared persona non grata"),
          Map.entry("persons", "Persons named"),
          Map.entry("by", "By"),
          Map.entry("of", "Of"),
          Map.entry("on", "On"),
          Map.entry("dates", "Dates"),
          Map.entry("days", "Days"),
          Map.entry("from", "From"),
          Map.entry("to", "To"),
          Map.entry("as", "As"),
          Map.entry("lasts", "Lasts on the day"),
          Map.entry("held", "Held on the day"),
          Map.entry("extinct", "Extinct"),
          Map.entry("history", "Over time"),
          Map.entry("field", "Field"));

  private FieldWords() {}

  /** "scheduledFor" reads "Scheduled for". */
  public static String label(String field) {
    String known = LABELS.get(field);
    if (known != null) {
      return known;
    }
    String words = field.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ');
    return sentence(words.toLowerCase(Locale.ENGLISH));
  }

  /** Under which field one of a concept has its id: "meetings" have theirs under "meeting". */
  public static String idOf(String concept) {
    return switch (concept) {
      case "parties" -> "party";
      case "visits" -> "trip";
      default -> concept.substring(0, concept.length() - 1);
    };
  }

  /** True of a field that holds the id of something with a page of its own. */
  public static boolean isOfSubject(String field) {
    return SUBJECTS.containsKey(field);
  }

  /** True of a field that holds the id of an official. */
  public static boolean isOfOfficial(String field) {
    return OFFICIALS.contains(field);
  }

  /** "interests-section" reads "interests section". */
  public static String choice(String value) {
    return value.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ENGLISH);
  }

  /** "meeting.held" reads "Meeting held". */
  public static String event(String name) {
    return sentence(name.replace('.', ' ').replace('-', ' '));
  }

  /** With a capital. */
  public static String sentence(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
  }
}
