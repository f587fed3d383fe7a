package org.chancery.intake.source;

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
public record Readings(List<ParsedRecord> all) {

  public static Readings of(SourceReader reader, Path source) {
    List<ParsedRecord> readings = new ArrayList<>();
    try {
      reader.read(source, readings::add);
    } catch (IOException absent) {
      throw new UncheckedIOException(absent);
    }
    return new Readings(readings);
  }

  public List<Draft> drafts() {
    return all(Draft.class);
  }

  public List<RejectedRecord> malformed() {
    return all(RejectedRecord.class);
  }

  public List<String> reasons() {
    return malformed().stream().map(RejectedRecord::reason).toList();
  }

  /** What is not merely a registration. */
  public List<Draft> facts() {
    return drafts().stream().filter(draft -> !draft.registers()).toList();
  }

  public <C extends LedgerCommand> List<C> commands(Class<C> kind) {
    return drafts().stream().map(Draft::command).filter(kind::isInstance).map(kind::cast).toList();
  }

  public List<Stop> stops() {
    return commands(RecordTrip.class).stream().flatMap(trip -> trip.stops().stream()).toList();
  }

  public Draft named(String subject) {
    return drafts().stream()
        .filter(draft -> draft.command().subject().toString().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  public Stream<String> flags(String word) {
    return drafts().stream()
        .flatMap(draft -> draft.flags().stream())
        .filter(flag -> flag.contains(word));
  }

  public List<String> keys() {
    return drafts().stream().map(Draft::key).toList();
  }

  private <R> List<R> all(Class<R> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
