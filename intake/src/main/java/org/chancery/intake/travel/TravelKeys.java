package org.chancery.intake.travel;

import java.util.List;
import org.chancery.intake.source.ContentKey;

/** The keys under which releases of the travels are taken in. */
final class TravelKeys {
  private static final String TRIP = "trip";
  private static final String CORRECTION = "trip-corrected";
  private static final String RETRACTION = "trip-retracted";
  private static final String TRAVELLER = "official";
  private static final String RENAMING = "official-corrected";
  private static final String CORROBORATION = "trip-corroborated";
  private static final String OFFICE = "office";
  private static final String OFFICE_CORRECTION = "office-corrected";
  private static final String OFFICE_RETRACTION = "office-retracted";
  private static final List<String> ALL =
      List.of(
          TRIP,
          CORRECTION,
          RETRACTION,
          TRAVELLER,
          RENAMING,
          OFFICE,
          OFFICE_CORRECTION,
          OFFICE_RETRACTION);

  private TravelKeys() {}

  static boolean isOne(String key) {
    return ContentKey.isOf(ALL, key);
  }

  static String trip(String trip, List<String> content) {
    return ContentKey.of(TRIP, trip, content);
  }

  static String traveller(String official, List<String> content) {
    return ContentKey.of(TRAVELLER, official, content);
  }

  /** Of one entry, in answer to one release. */
  static String correction(String trip, long entry, List<String> content) {
    return ContentKey.of(CORRECTION, trip, entry, content);
  }

  static String renaming(String official, long entry, String name) {
    return ContentKey.of(RENAMING, official, entry, List.of(name));
  }

  static String retraction(String trip, long entry, String release) {
    return ContentKey.of(RETRACTION, trip, entry, List.of(release));
  }

  /** Of one entry, by the records of one release. */
  static String corroboration(String trip, long entry, List<String> records) {
    return ContentKey.of(CORROBORATION, trip, entry, records);
  }

  static String office(String official, List<String> content) {
    return ContentKey.of(OFFICE, official, content);
  }

  static String officeCorrection(String official, long entry, List<String> content) {
    return ContentKey.of(OFFICE_CORRECTION, official, entry, content);
  }

  static String officeRetraction(String official, long entry, String release) {
    return ContentKey.of(OFFICE_RETRACTION, official, entry, List.of(release));
  }
}
