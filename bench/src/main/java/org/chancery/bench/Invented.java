package org.chancery.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.intake.source.Draft;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.chancery.shared.trip.TripId;

/** Invented history in the shape of the published one; the same at each call. */
final class Invented {
  static final int PARTIES = 200;
  static final int OFFICIALS = 70;
  private static final int YEARS = 60;
  private static final int FIRST_YEAR = 1950;

  private Invented() {}

  /** All whom the rest names. */
  static List<Draft> namesakes() {
    Stream<LedgerCommand> parties =
        IntStream.range(0, PARTIES)
            .mapToObj(
                n ->
                    new RegisterParty(
                        party(n), "Party " + n, PartyKind.STATE, List.of(), null, List.of()));
    Stream<LedgerCommand> officials =
        IntStream.range(0, OFFICIALS)
            .mapToObj(n -> new RegisterOfficial(official(n), "Official the %dth".formatted(n)));
    return Stream.concat(parties, officials).map(command -> draft(command, 0)).toList();
  }

  /** Trips of one to three stops, each with its own source, as the published travels have them. */
  static List<Draft> trips(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(Invented::trip).toList();
  }

  private static Draft trip(int number) {
    List<Stop> stops = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    for (int stop = 0; stop <= number % 3; stop++) {
      stops.add(stop(number, stop));
      sources.add(travels(number, stop));
    }
    RecordTrip command =
        new RecordTrip(
            new TripId("official-the-%dth-%s".formatted(number, day(number, 0))),
            official(number % OFFICIALS),
            "Secretary of State",
            null,
            stops);
    return new Draft(
        key(command), command, new Provenance(null, null, sources), "invented", List.of(), false);
  }

  private static Stop stop(int trip, int stop) {
    String dates = "%s/%s".formatted(day(trip, 3 * stop), day(trip, 3 * stop + 2));
    return new Stop(
        party((trip + stop) % PARTIES),
        "Party %d, as it was called then".formatted(trip % PARTIES),
        List.of("Capital of the visit"),
        EdtfSpan.parse(dates),
        "Attended a ministerial meeting and met with the President and the Foreign Minister.");
  }

  private static Source travels(int trip, int stop) {
    return new Source(
        "Travels Abroad of the Secretary of State",
        "Office of the Historian",
        null,
        "travels/official-%d.xml, leg %d".formatted(trip % OFFICIALS, 10 * trip + stop),
        null,
        null);
  }

  static PartyId party(int number) {
    return new PartyId("party-" + number);
  }

  static OfficialId official(int number) {
    return new OfficialId("official-" + number);
  }

  /** A day that depends on the number, and so many days later. */
  static String day(int number, int later) {
    Random random = new Random(number);
    return String.format(
        Locale.ROOT,
        "%04d-%02d-%02d",
        FIRST_YEAR + random.nextInt(YEARS),
        1 + random.nextInt(12),
        1 + later);
  }

  static Draft draft(LedgerCommand command, int step) {
    Source source =
        new Source("Collected papers", "Archive", null, "box %d".formatted(step), null, null);
    return new Draft(
        key(command) + "-" + step,
        command,
        new Provenance(null, null, List.of(source)),
        "invented",
        List.of(),
        false);
  }

  private static String key(LedgerCommand command) {
    return command.subject().toString();
  }
}
