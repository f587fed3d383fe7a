package org.chancery.query.entry;

import java.util.List;
import org.chancery.query.asof.AsOf;
import org.chancery.query.party.PartyNames;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.relationship.RelationshipEvent;
import org.springframework.stereotype.Component;

/** Finds the subject that an address means: parties go by their codes too, pairs in any order. */
@Component
public final class Addresses {
  private static final String ROOT = "/?(api/)?";
  private static final String EDGE = "/";

  private final PartyNames parties;

  Addresses(PartyNames parties) {
    this.parties = parties;
  }

  /** True where parties are named in the address, perhaps by their codes. */
  static boolean isOfParties(String address) {
    return parties(parts(address)) > 0;
  }

  /** The subject's path, by names as known at the point; the text itself where it names none. */
  public String subject(String address, AsOf asOf) {
    List<String> parts = parts(address);
    return parties(parts) > 0 ? path(parts, asOf) : String.join(EDGE, parts);
  }

  private static List<String> parts(String address) {
    return List.of(address.strip().replaceFirst(ROOT, "").split(EDGE, -1));
  }

  /** How many are named. */
  private static int parties(List<String> parts) {
    int named =
        switch (parts.getFirst()) {
          case PartyEvent.CONCEPT -> 1;
          case RelationshipEvent.CONCEPT -> 2;
          default -> 0;
        };
    return parts.size() == 1 + named ? named : 0;
  }

  private String path(List<String> parts, AsOf asOf) {
    List<String> ids =
        parts.subList(1, parts.size()).stream()
            .map(part -> parties.idNamed(part, asOf))
            .sorted()
            .toList();
    return parts.getFirst() + EDGE + String.join(EDGE, ids);
  }
}
