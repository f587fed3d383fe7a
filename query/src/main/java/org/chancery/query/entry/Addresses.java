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

  /** The subject's path, by names as known at the point; the text itself where it names none. */
  public String subject(String address, AsOf asOf) {
    String path = address.strip().replaceFirst(ROOT, "");
    List<String> parts = List.of(path.split(EDGE, -1));
    int named =
        switch (parts.getFirst()) {
          case PartyEvent.CONCEPT -> 1;
          case RelationshipEvent.CONCEPT -> 2;
          default -> 0;
        };
    return named > 0 && parts.size() == 1 + named ? path(parts, asOf) : path;
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
