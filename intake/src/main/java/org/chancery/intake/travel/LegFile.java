package org.chancery.intake.travel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.intake.source.HardenedXml;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.shared.OfficialId;

/**
 * The legs of one file, as far as it can be read: legs before a broken point stand.
 *
 * @param name relative to the source
 * @param isComplete false where the file broke off
 */
record LegFile(String name, List<Leg> legs, List<LegFault> faults, boolean isComplete) {

  static LegFile read(Path path, String name) {
    List<Leg> legs = new ArrayList<>();
    List<LegFault> faults = new ArrayList<>();
    LegElements elements = new LegElements(name, legs::add, faults::add);
    Optional<RejectedRecord> unread = HardenedXml.read(path, name, elements);
    unread.ifPresent(rest -> faults.add(new LegFault(rest, null)));
    return new LegFile(name, legs, faults, unread.isEmpty());
  }

  /** Why a leg is to be questioned where it stands: a file is of one person, a folder of a role. */
  List<String> doubts(Leg leg) {
    List<String> doubts = new ArrayList<>();
    String person = name.replaceFirst(".*/", "").replaceFirst("\\.xml$", "");
    if (isOfOne(person) && !leg.traveller().value().equals(person)) {
      doubts.add("is of %s, in the file %s.xml".formatted(leg.traveller(), person));
    }
    if (!name.startsWith(leg.role().folder() + "/")) {
      doubts.add(
          "is of a %s, in the folder %s"
              .formatted(leg.role().code(), name.replaceFirst("/.*", "")));
    }
    return doubts;
  }

  private boolean isOfOne(String person) {
    return legs.stream().map(Leg::traveller).distinct().limit(2).count() == 1
        || legs.stream().anyMatch(leg -> leg.traveller().value().equals(person));
  }

  /** Of whom it tells, be it in a leg that cannot be read. */
  Stream<OfficialId> travellers() {
    return Stream.concat(
        legs.stream().map(Leg::traveller),
        faults.stream().map(LegFault::traveller).filter(Objects::nonNull));
  }
}
