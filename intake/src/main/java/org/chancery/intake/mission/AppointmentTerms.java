package org.chancery.intake.mission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.intake.gazetteer.Gazetteer;
import org.chancery.intake.gazetteer.Registrations;
import org.chancery.intake.mission.Appointment.Dated;
import org.chancery.intake.mission.Appointment.Turn;
import org.chancery.intake.mission.AppointmentMatching.Told;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.mission.MissionEvent.OfTerm;
import org.chancery.shared.mission.TermId;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.text.TextForm;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger makes of appointments: terms of officials at the head of missions or in offices,
 * whom and what they name registered before.
 */
final class AppointmentTerms {
  private static final Pattern YEAR = Pattern.compile("-(\\d{4})-");
  private static final String PRINCIPAL = "principal-position";
  private static final String COUNTRY = "country-mission";

  private final PersonNames names;
  private final Publication publication;
  private final AppointmentsOnRecord known;
  private final Consumer<ParsedRecord> into;
  private final Registrations registrations;
  private final Map<String, Integer> named = new HashMap<>();
  private final IdentityHashMap<Told, List<String>> flags = new IdentityHashMap<>();
  private final Set<OfficialId> officials = new HashSet<>();
  private final Set<PartyId> organizations = new HashSet<>();

  AppointmentTerms(
      PersonNames names,
      Publication publication,
      AppointmentsOnRecord known,
      Consumer<ParsedRecord> into) {
    this.names = names;
    this.publication = publication;
    this.known = known;
    this.into = into;
    this.registrations = new Registrations(into);
  }

  /** The term of an appointment; empty, and the record is refused, where nothing of it is dated. */
  Optional<Told> told(Appointment read) {
    List<String> doubts = new ArrayList<>(read.oddities());
    try {
      Appointment appointment = dated(read, doubts);
      String record = record(appointment, doubts);
      List<TermStatement> statements =
          appointment.turns().isEmpty() ? List.of() : statements(appointment, term(record));
      if (statements.isEmpty()) {
        throw new InvalidValue(RefusalCode.INVALID_FIELDS, "none of its turns is dated");
      }
      question(appointment, doubts);
      Told told = new Told(appointment, record, statements);
      flags.put(told, List.copyOf(doubts));
      return Optional.of(told);
    } catch (InvalidValue fault) {
      into.accept(new RejectedRecord(read.file(), read.line(), read.id(), fault));
      return Optional.empty();
    }
  }

  /** Of who did not serve, the source often has the nomination in prose alone. */
  private static Appointment dated(Appointment read, List<String> doubts) {
    if (!read.turns().isEmpty() || read.post().served() || isOffice(read)) {
      return read;
    }
    Optional<EdtfDate> noted = AppointmentNotes.nominated(read.note());
    Matcher year = YEAR.matcher(read.id());
    if (noted.isEmpty() && !year.find()) {
      return read;
    }
    doubts.add(
        noted.isPresent()
            ? "no turn of it is dated: the day of the nomination is from its note"
            : "no turn of it is dated: the year is that of its id");
    Map<Turn, Dated> turns = new EnumMap<>(Turn.class);
    turns.put(
        Turn.APPOINTED,
        new Dated(noted.orElseGet(() -> EdtfDate.parse(year.group(1) + "~")), null));
    return new Appointment(
        read.post(),
        read.id(),
        read.person(),
        read.role(),
        turns,
        read.note(),
        read.oddities(),
        read.edited(),
        read.file(),
        read.line());
  }

  /** What tells the record from others; a few ids stand twice. */
  private String record(Appointment appointment, List<String> doubts) {
    int times = named.merge(appointment.file() + " " + appointment.id(), 1, Integer::sum);
    if (times > 1) {
      doubts.add("its id stands in the file before");
    }
    return times == 1 ? appointment.id() : appointment.id() + "#" + times;
  }

  private static TermId term(String record) {
    return new TermId(record.toLowerCase(Locale.ROOT).replace('#', '-'));
  }

  private List<TermStatement> statements(Appointment appointment, TermId term) {
    return isOffice(appointment)
        ? TermStatement.ofOffice(appointment, appointment.post().title())
        : TermStatement.ofHead(appointment, receiving(appointment), term, rank(appointment));
  }

  /** An office of the sending party itself receives nobody. */
  private static boolean isOffice(Appointment appointment) {
    return appointment.post().kind().equals(PRINCIPAL)
        || (!appointment.post().kind().equals(COUNTRY)
            && Organizations.of(appointment.post().of()).isEmpty());
  }

  private static PartyId receiving(Appointment appointment) {
    String of = appointment.post().of();
    return Organizations.of(of)
        .map(RegisterParty::party)
        .orElseGet(() -> Gazetteer.then(Gazetteer.canonical(of), begins(appointment)));
  }

  private static EdtfDate begins(Appointment appointment) {
    return appointment.turns().values().iterator().next().on();
  }

  private static @Nullable String rank(Appointment appointment) {
    return appointment.role() == null || Organizations.of(appointment.post().of()).isPresent()
        ? appointment.post().title()
        : PersonNames.rank(appointment.role());
  }

  private void question(Appointment appointment, List<String> doubts) {
    if (!names.knows(appointment.person())) {
      doubts.add("%s is not among its people".formatted(appointment.person()));
    }
    if (appointment.post().kind().equals(COUNTRY)) {
      PartyId named = Gazetteer.canonical(appointment.post().of());
      PartyId then = receiving(appointment);
      if (!then.equals(named)) {
        doubts.add("is told of %s, and is of %s, which came before it".formatted(named, then));
      }
    }
    Turn before = null;
    for (Turn turn : appointment.turns().keySet()) {
      if (before != null && isReversed(appointment, before, turn)) {
        doubts.add(
            "%s on %s, before it was %s on %s"
                .formatted(
                    words(turn), appointment.on(turn), words(before), appointment.on(before)));
      }
      before = turn;
    }
    if (isOffice(appointment)
        && !appointment.turns().containsKey(TermStatement.begins(appointment))) {
      doubts.add("nothing tells when the office was taken up");
    }
  }

  private static boolean isReversed(Appointment appointment, Turn earlier, Turn later) {
    EdtfDate first = appointment.on(earlier);
    EdtfDate second = appointment.on(later);
    return first != null && second != null && second.latest().isBefore(first.earliest());
  }

  private static String words(Turn turn) {
    return turn.name().toLowerCase(Locale.ROOT);
  }

  /** Why the appointment is to be questioned; normally empty. */
  List<String> flags(Told told) {
    return flags.getOrDefault(told, List.of());
  }

  /** Of one person in one post. */
  String post(Told told) {
    Appointment appointment = told.appointment();
    String post =
        isOffice(appointment)
            ? Gazetteer.UNITED_STATES + " " + TextForm.folded(appointment.post().title())
            : Gazetteer.UNITED_STATES + "-to-" + receiving(appointment);
    return TermStatement.post(post, appointment.person().value());
  }

  /** The same in the term that it has on record. */
  Told inTerm(Told told, Map<String, StatementOnRecord> term) {
    return term.values().iterator().next().event() instanceof OfTerm known
        ? new Told(told.appointment(), told.record(), statements(told.appointment(), known.term()))
        : told;
  }

  /** Registers whom and what it names, unless that is on record or was done before. */
  void register(Told told) {
    Appointment appointment = told.appointment();
    OfficialId person = appointment.person();
    if (!isOffice(appointment)) {
      Organizations.of(appointment.post().of())
          .ifPresentOrElse(
              this::register,
              () -> registrations.party(receiving(appointment), appointment.origin()));
    }
    if (officials.add(person) && !known.holds(person)) {
      String name = names.of(person);
      into.accept(
          new Draft(
              AppointmentKeys.person(person.value(), name),
              new RegisterOfficial(person, name),
              new Provenance(
                  null,
                  null,
                  List.of(publication.source(publication.people() + ", " + person, null, null))),
              appointment.origin(),
              List.of(),
              true));
    }
  }

  private void register(RegisterParty organization) {
    if (organizations.add(organization.party())) {
      into.accept(
          new Draft(
              AppointmentKeys.organization(organization.party().value(), organization.name()),
              organization,
              Registrations.provenance(""),
              "missions-orgs",
              List.of(),
              true));
    }
  }
}
