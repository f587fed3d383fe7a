package org.chancery.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand.RecordTrip;

/** All that a reader made of a source. */
record Readings(List<ParsedRecord> all) {

  static Readings of(SourceReader reader, Path source) {
    List<ParsedRecord> readings = new ArrayList<>();
    try {
      reader.read(source, readings::add);
    } catch (IOException absent) {
      throw new UncheckedIOException(absent);
    }
    return new Readings(readings);
  }

  List<Draft> drafts() {
    return all(Draft.class);
  }

  List<RejectedRecord> malformed() {
    return all(RejectedRecord.class);
  }

  List<String> reasons() {
    return malformed().stream().map(RejectedRecord::reason).toList();
  }

  /** What is not merely a registration. */
  List<Draft> facts() {
    return drafts().stream().filter(draft -> !draft.registers()).toList();
  }

  <C extends LedgerCommand> List<C> commands(Class<C> kind) {
    return drafts().stream().map(Draft::command).filter(kind::isInstance).map(kind::cast).toList();
  }

  List<Stop> stops() {
    return commands(RecordTrip.class).stream().flatMap(trip -> trip.stops().stream()).toList();
  }

  Draft named(String subject) {
    return drafts().stream()
        .filter(draft -> draft.command().subject().toString().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  Stream<String> flags(String word) {
    return drafts().stream()
        .flatMap(draft -> draft.flags().stream())
        .filter(flag -> flag.contains(word));
  }

  List<String> keys() {
    return drafts().stream().map(Draft::key).toList();
  }

  private <R> List<R> all(Class<R> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
