package org.chancery.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.time.EdtfSpan;

/** Registers each party and official of one source once, before the first command names it. */
final class Registrations {
  static final PartyId UNITED_STATES = new PartyId("united-states");

  private final Consumer<ParsedRecord> into;
  private final Set<PartyId> parties = new HashSet<>();
  private final Map<OfficialId, String> officials = new HashMap<>();

  Registrations(Consumer<ParsedRecord> into) {
    this.into = into;
    party(UNITED_STATES, "the reader itself");
  }

  void party(PartyId party, String origin) {
    if (parties.add(party)) {
      RegisterParty command = Gazetteer.entry(party);
      command.succeeds().forEach(before -> party(before, origin));
      String key = PartyKeys.party(party.value(), content(command));
      Provenance provenance = OfficeOfTheHistorian.countryIds(Existence.of(party).source());
      into.accept(new Draft(key, command, provenance, origin, leftOpen(command), true));
    }
  }

  /** The same as ever where no existence is told, so that it is known again. */
  static List<String> content(RegisterParty command) {
    Stream<String> existence =
        Stream.concat(
            Stream.ofNullable(command.existed()).map(EdtfSpan::toString),
            command.succeeds().stream().map(PartyId::value));
    return Stream.of(Stream.of(command.name()), command.codes().stream(), existence)
        .flatMap(each -> each)
        .toList();
  }

  private static List<String> leftOpen(RegisterParty command) {
    return command.existed() == null && Existence.isDoubtful(command)
        ? List.of("%s: left open when it existed".formatted(command.party()))
        : List.of();
  }

  /** Returns the name under which the traveller is registered, now or before. */
  String traveller(Leg leg) {
    String registered = officials.putIfAbsent(leg.traveller(), leg.name());
    if (registered != null) {
      return registered;
    }
    into.accept(traveller(new RegisterOfficial(leg.traveller(), leg.name()), leg));
    return leg.name();
  }

  private static Draft traveller(RegisterOfficial command, Leg leg) {
    List<String> content = AsRead.words(List.of(command.name(), leg.role().name(), leg.locator()));
    String key = TravelKeys.traveller(command.official().value(), content);
    Provenance provenance =
        new Provenance(null, null, List.of(OfficeOfTheHistorian.travels(leg, null)));
    return new Draft(key, command, provenance, leg.origin(), List.of(), true);
  }
}
