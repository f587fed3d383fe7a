package org.chancery.intake.travel;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.intake.TakenIn;

/** What a ledger holds of travels, in words. */
final class StandingTravels {

  private StandingTravels() {}

  /** The stops that stand, in the order of their trips' first entries. */
  static List<String> stops(TakenIn ledger, Role office) {
    return TravelsOnRecord.in(ledger.entries()).get().in(office).values().stream()
        .flatMap(List::stream)
        .map(TripOnRecord::trip)
        .flatMap(
            trip ->
                trip.stops().stream()
                    .map(
                        stop ->
                            "%s %s %s".formatted(trip.traveller(), stop.dates(), stop.places())))
        .toList();
  }

  /** The days on which officials are attested in an office. */
  static List<String> inOffice(TakenIn ledger) {
    TravelsOnRecord known = TravelsOnRecord.in(ledger.entries()).get();
    return Stream.of(Role.values())
        .flatMap(
            role ->
                known.in(role).keySet().stream()
                    .flatMap(official -> known.attested(official, role).stream()))
        .map(office -> office.event())
        .map(event -> "%s %s %s".formatted(event.official(), event.office(), event.on()))
        .toList();
  }
}
