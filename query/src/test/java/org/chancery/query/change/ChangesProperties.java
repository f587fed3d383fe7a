package org.chancery.query.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.query.Corrections;
import org.chancery.query.RandomHistories;
import org.chancery.query.RandomHistories.Draft;
import org.chancery.query.TestLedger;
import org.chancery.query.agreement.AgreementView;
import org.chancery.query.change.ChangedAnswer.Difference;
import org.chancery.query.change.ChangedAnswer.Nature;
import org.chancery.query.conference.ConferenceView;
import org.chancery.query.cooperation.CooperationView;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.mission.MissionView;
import org.chancery.query.official.OfficialView;
import org.chancery.query.party.PartyView;
import org.chancery.query.relationship.RelationsView;
import org.chancery.query.sanction.SanctionView;
import org.chancery.query.statement.StatementView;
import org.chancery.query.trip.StopView;
import org.chancery.query.trip.TripView;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.TestDatabases;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** What is told of a change is what one finds by asking before and after it, on any day. */
@Tag("slow")
class ChangesProperties {
  private static final int MOST_STOPS = 12;
  private static final TestLedger ON_H2 = new TestLedger(TestDatabases.h2());
  private static final TestLedger ON_POSTGRES = new TestLedger(TestDatabases.postgres());
  private static final Map<String, Class<?>> MODELS =
      Map.ofEntries(
          Map.entry("parties", PartyView.class),
          Map.entry("officials", OfficialView.class),
          Map.entry("trips", TripView.class),
          Map.entry("meetings", MeetingView.class),
          Map.entry("conferences", ConferenceView.class),
          Map.entry("statements", StatementView.class),
          Map.entry("cooperations", CooperationView.class),
          Map.entry("agreements", AgreementView.class),
          Map.entry("missions", MissionView.class),
          Map.entry("sanctions", SanctionView.class),
          Map.entry("relationships", RelationsView.class));

  @AfterContainer
  static void close() {
    ON_H2.close();
    ON_POSTGRES.close();
  }

  @Property(tries = 60)
  void whatChangedIsWhatDiffersBetweenTheAnswers(
      @ForAll("histories") List<Draft> history,
      @ForAll("days") List<LocalDate> days,
      @ForAll Random random) {
    check(ON_H2, history, days, random);
  }

  @Property(tries = 10)
  void soItIsOnPostgres(
      @ForAll("histories") List<Draft> history,
      @ForAll("days") List<LocalDate> days,
      @ForAll Random random) {
    check(ON_POSTGRES, history, days, random);
  }

  @Provide
  Arbitrary<List<Draft>> histories() {
    return RandomHistories.any();
  }

  @Provide
  Arbitrary<List<LocalDate>> days() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(0, 365 * 7).map(LocalDate.of(1999, 1, 1)::plusDays),
            Arbitraries.of(EdtfSpan.BEGINNING, EdtfSpan.END.minusDays(1)))
        .list()
        .ofSize(8);
  }

  private static void check(
      TestLedger ledger, List<Draft> drafts, List<LocalDate> days, Random random) {
    List<Entry> entries =
        Corrections.interspersed(ledger, drafts, random).stream()
            .map(recorded -> ledger.bean(Journal.class).at(recorded.position()).orElseThrow())
            .toList();
    long head = ledger.settle();
    List<Change> changes = ledger.bean(Changes.class).of(entries, AsOf.anyDay(head));
    assertThat(changes).hasSameSizeAs(entries);
    for (int index = 0; index < entries.size(); index++) {
      Entry entry = entries.get(index);
      Change change = changes.get(index);
      assertThat(ledger.bean(Changes.class).of(List.of(entry), AsOf.anyDay(head)))
          .containsExactly(change);
      String subject = entry.subject().toString();
      String concept = entry.subject().concept();
      Class<?> view = Objects.requireNonNull(MODELS.get(concept));
      String name = concept.equals("parties") ? "party" : concept.replaceFirst("s$", "");
      compare(ledger.model(view), subject, name, null, change, days);
      for (int stop = 0; concept.equals("trips") && stop < MOST_STOPS; stop++) {
        String row = "%s/%04d".formatted(entry.subject(), stop);
        String part = Integer.toString(stop + 1);
        compare(ledger.model(StopView.class), row, "stop", part, change, days);
      }
    }
  }

  private static <V> void compare(
      ReadModel<V> model,
      String subject,
      String name,
      @Nullable String part,
      Change change,
      List<LocalDate> days) {
    long position = change.entry().position();
    Optional<ChangedAnswer> told =
        change.answers().stream()
            .filter(answer -> answer.model().equals(name))
            .filter(answer -> Objects.equals(answer.part(), part))
            .findFirst();
    for (LocalDate day : days) {
      Read before = Read.of(model.at(subject, new AsOf(day, null, position - 1)));
      Read after = Read.of(model.at(subject, new AsOf(day, null, position)));
      Optional<Difference> difference =
          told.stream()
              .flatMap(answer -> answer.differences().stream())
              .filter(each -> covers(each, day))
              .findFirst();
      String where = "%s of %s on %s at %d".formatted(name, subject, day, position);
      assertThat(difference.filter(each -> each.what() != Nature.RESTS_ON_OTHERS))
          .as(where)
          .map(each -> Read.told(each.fields()))
          .isEqualTo(Optional.of(before.against(after)).filter(changed -> !changed.isEmpty()));
      difference.ifPresent(
          each -> assertThat(each.what()).as(where).isEqualTo(before.nature(after)));
      if (!before.citations().equals(after.citations())) {
        assertThat(change.answers()).as(where).isNotEmpty();
      }
    }
  }

  private static boolean covers(Difference difference, LocalDate day) {
    return (difference.from() == null || !day.isBefore(difference.from()))
        && (difference.to() == null || day.isBefore(difference.to()));
  }
}
