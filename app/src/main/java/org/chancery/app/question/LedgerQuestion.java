package org.chancery.app.question;

import java.time.LocalDate;
import java.util.List;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * A question that is understood. Names are as they were put: who goes by them only the ledger can
 * tell.
 */
public sealed interface LedgerQuestion {

  /**
   * A question, and by what knowledge it is to be answered.
   *
   * @param knownAt the point in recorded time, as the API takes it; null for all that is known
   */
  record AsKnown(LedgerQuestion question, @Nullable String knownAt) {}

  /** Two names. Where either may hold an "and", it is open which word parts them. */
  record Two(String one, String other) {}

  /** Which of several is meant. */
  enum End {
    FIRST,
    LAST
  }

  /** Where an official was. */
  record Whereabouts(String official, LocalDate on) implements LedgerQuestion {}

  /** Whom an official or a party met. */
  record Encounters(String who, EdtfDate since) implements LedgerQuestion {}

  /**
   * Who held an office.
   *
   * @param office perhaps followed by "of" and the party whose office it is
   */
  record Holders(String office, LocalDate on) implements LedgerQuestion {}

  /** Who headed a mission. */
  record HeadOfMission(String sending, String receiving, LocalDate on) implements LedgerQuestion {}

  /**
   * How two parties stand to each other.
   *
   * @param of the two, for each word that may part them
   * @param on null for today
   */
  record StatusOf(List<Two> of, @Nullable LocalDate on) implements LedgerQuestion {}

  /**
   * The first or the last meeting of two officials, or of two parties.
   *
   * @param of the two, for each word that may part them
   * @param before null for today
   */
  record MeetingOf(End end, List<Two> of, @Nullable LocalDate before) implements LedgerQuestion {}

  /** The first or the last trip of an official to a country. */
  record TripTo(End end, String official, String country) implements LedgerQuestion {}
}
