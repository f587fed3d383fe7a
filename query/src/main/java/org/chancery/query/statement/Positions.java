package org.chancery.query.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chancery.query.meeting.Began;
import org.chancery.query.meeting.Candidate;
import org.chancery.query.official.ServedParties;
import org.chancery.query.official.ServedParties.Service;
import org.chancery.query.statement.StatementView.StatementStatus;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.statement.Position;
import org.chancery.shared.statement.Stance;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * Where each stands by the last of what was said on a topic. An official without a party told
 * speaks for the one served on the day; where that is not known, for nobody else.
 */
final class Positions {
  private final LocalDate day;
  private final boolean ofOfficials;
  private final ServedParties.AsKnown served;
  private final Map<Holder, List<Voiced>> all = new TreeMap<>(Holder.IN_ORDER);

  /**
   * Of nobody yet.
   *
   * @param ofOfficials true where each official is asked for, and not the parties
   */
  Positions(LocalDate day, boolean ofOfficials, ServedParties.AsKnown served) {
    this.day = day;
    this.ofOfficials = ofOfficials;
    this.served = served;
  }

  /** Whose position on what; the topic as it is compared. */
  private record Holder(@Nullable PartyId party, @Nullable OfficialId official, String topic) {
    static final Comparator<Holder> IN_ORDER =
        Comparator.comparing(Holder::name).thenComparing(Holder::topic);

    /** Parties come before officials. */
    private String name() {
      return party == null ? "2" + official : "1" + party;
    }
  }

  /**
   * A statement that gives, or gave, somebody a position.
   *
   * @param sure true where it was surely made by the day, stands, and was made for the holder
   * @param because the entries that say for whom it was made, beside its own
   */
  private record Voiced(
      StatementView statement, Position position, Began began, boolean sure, List<Long> because)
      implements Candidate {

    boolean perhapsStands() {
      return statement.status() != StatementStatus.WITHDRAWN;
    }
  }

  /** Takes in a statement that was, or may have been, made by the day. */
  void add(StatementView statement) {
    Position position = statement.position();
    if (position == null) {
      return;
    }
    String topic = FilterAttribute.slug(position.topic());
    Optional<OfficialId> official = statement.speaker().byOfficial();
    Optional<PartyId> party = statement.speaker().speaksFor();
    if (ofOfficials && official.isPresent()) {
      put(new Holder(null, official.get(), topic), statement, position, true, List.of());
    } else if (party.isPresent()) {
      put(new Holder(party.get(), null, topic), statement, position, true, List.of());
    } else if (official.isPresent()) {
      EdtfSpan on = EdtfSpan.of(statement.on());
      List<Service> services = served.of(official.get(), on.earliest(), on.latest());
      for (Service service : services) {
        Holder holder = new Holder(service.party(), null, topic);
        put(holder, statement, position, service.always(), service.entries());
      }
      if (services.isEmpty()) {
        put(new Holder(null, official.get(), topic), statement, position, true, List.of());
      }
    }
  }

  private void put(
      Holder holder, StatementView statement, Position position, boolean of, List<Long> because) {
    Began told = Began.of(EdtfSpan.of(statement.on()));
    Began began = told.within(EdtfSpan.BEGINNING, day).orElse(told);
    boolean sure = of && statement.status() == StatementStatus.STANDING;
    all.computeIfAbsent(holder, _ -> new ArrayList<>())
        .add(new Voiced(statement, position, began, sure, because));
  }

  /** Those of all whom it is told of, or of these parties alone; by holder, then topic. */
  List<PositionView> views(List<String> parties) {
    return all.entrySet().stream()
        .filter(each -> isOf(each.getKey(), parties))
        .map(each -> view(each.getKey(), each.getValue()))
        .toList();
  }

  private boolean isOf(Holder holder, List<String> parties) {
    return ofOfficials
        || parties.isEmpty()
        || (holder.party() != null && parties.contains(holder.party().value()));
  }

  private static PositionView view(Holder holder, List<Voiced> voiced) {
    List<Voiced> standing = voiced.stream().filter(Voiced::perhapsStands).toList();
    List<Voiced> taken = voiced.stream().filter(one -> !one.perhapsStands()).toList();
    List<Voiced> lastOnes = Candidate.perhapsLast(standing);
    Voiced last = only(lastOnes);
    List<Voiced> beforeIt =
        last == null
            ? List.of()
            : Candidate.perhapsLast(standing.stream().filter(one -> !one.equals(last)).toList());
    Voiced before = only(beforeIt);
    List<Stance> stances =
        lastOnes.stream().map(one -> one.position().stance()).distinct().sorted().toList();
    boolean sure = lastOnes.stream().anyMatch(Voiced::sure);
    boolean certain = sure && stances.size() == 1;
    return new PositionView(
        holder.party(),
        holder.official(),
        voiced.getLast().position().topic(),
        certain ? stances.getFirst() : null,
        certain ? List.of() : stances,
        !sure,
        last == null ? null : last.statement(),
        last == null ? statements(lastOnes) : List.of(),
        before == null ? null : before.statement(),
        before == null ? statements(beforeIt) : List.of(),
        statements(taken),
        entries(List.of(lastOnes, beforeIt, taken)));
  }

  private static @Nullable Voiced only(List<Voiced> candidates) {
    return candidates.size() == 1 && candidates.getFirst().sure() ? candidates.getFirst() : null;
  }

  private static List<StatementView> statements(List<Voiced> voiced) {
    return voiced.stream().map(Voiced::statement).toList();
  }

  private static List<Long> entries(List<List<Voiced>> cited) {
    return cited.stream()
        .flatMap(List::stream)
        .flatMap(one -> Stream.concat(one.statement().entries().stream(), one.because().stream()))
        .distinct()
        .sorted()
        .toList();
  }
}
