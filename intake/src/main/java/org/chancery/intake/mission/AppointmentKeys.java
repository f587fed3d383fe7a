package org.chancery.intake.mission;

import java.util.List;
import org.chancery.intake.source.ContentKey;

/** The keys under which releases of the appointments are taken in. */
final class AppointmentKeys {
  private static final String TURN = "appointment";
  private static final String CORRECTION = "appointment-corrected";
  private static final String RETRACTION = "appointment-retracted";
  private static final String PERSON = "person";
  private static final String ORGANIZATION = "organization";

  private AppointmentKeys() {}

  static boolean isOne(String key) {
    return ContentKey.isOf(List.of(TURN, CORRECTION), key);
  }

  static String turn(String record, List<String> content) {
    return ContentKey.of(TURN, record, content);
  }

  /** Of one entry, in answer to one release. */
  static String correction(String record, long entry, List<String> content) {
    return ContentKey.of(CORRECTION, record, entry, content);
  }

  static String retraction(String record, long entry, String release) {
    return ContentKey.of(RETRACTION, record, entry, List.of(release));
  }

  static String person(String person, String name) {
    return ContentKey.of(PERSON, person, List.of(name));
  }

  static String organization(String party, String name) {
    return ContentKey.of(ORGANIZATION, party, List.of(name));
  }
}
