package org.chancery.intake.party;

import java.util.List;
import org.chancery.intake.gazetteer.Registrations;
import org.chancery.intake.source.ContentKey;

/** The keys under which parties and what they are called are taken in. */
final class PartyKeys {
  private static final String LISTED = "party-listed";
  private static final String RENAMED = "party-renamed";
  private static final String VARIANTS = "party-variants";
  private static final String CORRECTION = "party-corrected";
  private static final String RETRACTION = "party-retracted";
  private static final List<String> ALL =
      List.of(Registrations.CONCEPT, LISTED, RENAMED, VARIANTS, CORRECTION, RETRACTION);

  private PartyKeys() {}

  static boolean isOne(String key) {
    return ContentKey.isOf(ALL, key);
  }

  static String listed(String party, List<String> content) {
    return ContentKey.of(LISTED, party, content);
  }

  static String renamed(String party, List<String> content) {
    return ContentKey.of(RENAMED, party, content);
  }

  static String variants(String party, List<String> content) {
    return ContentKey.of(VARIANTS, party, content);
  }

  /** Of one entry, as the lists have it now. */
  static String correction(String party, long entry, List<String> content) {
    return ContentKey.of(CORRECTION, party, entry, content);
  }

  static String retraction(String party, long entry) {
    return ContentKey.of(RETRACTION, party, entry, List.of());
  }
}
