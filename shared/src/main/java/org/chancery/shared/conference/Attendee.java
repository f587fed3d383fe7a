package org.chancery.shared.conference;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.precondition.Require;
import org.jspecify.annotations.Nullable;

/** Who takes part in a conference: a party, a person, or as many people as a source counts. */
public sealed interface Attendee {

  /** The parties that take part, or for which somebody does. */
  static List<PartyId> parties(List<Attendee> all) {
    return all.stream().flatMap(Attendee::party).distinct().toList();
  }

  private static Stream<PartyId> party(Attendee attendee) {
    return switch (attendee) {
      case Delegation(var party, var _) -> Stream.of(party);
      case Delegate(var _, var party) -> Stream.ofNullable(party);
      case NamedDelegate(var _, var party) -> Stream.ofNullable(party);
      case UnnamedDelegates _ -> Stream.empty();
    };
  }

  /** The officials of the ledger among them. */
  static List<OfficialId> officials(List<Attendee> all) {
    return all.stream()
        .flatMap(
            who ->
                who instanceof Delegate(var official, var _) ? Stream.of(official) : Stream.empty())
        .toList();
  }

  /**
   * A party, whoever speaks for it.
   *
   * @param as null where no source says so
   */
  record Delegation(PartyId party, @Nullable Capacity as) implements Attendee {}

  /**
   * An official of the ledger.
   *
   * @param party for whom they take part
   */
  record Delegate(OfficialId official, @Nullable PartyId party) implements Attendee {}

  /**
   * A person known by name alone.
   *
   * @param party for whom they take part
   */
  record NamedDelegate(String name, @Nullable PartyId party) implements Attendee {

    public NamedDelegate {
      name = Require.text("name", name);
    }
  }

  /**
   * People whom the source counts and does not name, such as the ministers of 20 states.
   *
   * @param number how many, at least one
   * @param role as what they take part, such as {@code foreign ministers}
   */
  record UnnamedDelegates(Integer number, String role) implements Attendee {

    public UnnamedDelegates {
      role = Require.text("role", role);
      if (number < 1) {
        throw new InvalidValue(RefusalCode.INVALID_FIELDS, "number", "at least one");
      }
    }
  }
}
