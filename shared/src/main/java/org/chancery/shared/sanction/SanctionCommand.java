package org.chancery.shared.sanction;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.CreationCommand;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Reference.Begun;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** What can be asked of sanctions. Parties are bound by their own alone, not by those of others. */
public sealed interface SanctionCommand extends LedgerCommand {

  SanctionId sanction();

  EdtfDate on();

  @Override
  default Subject subject() {
    return new Subject(SanctionEvent.CONCEPT, sanction().value());
  }

  /**
   * Sanctions are threatened.
   *
   * @param measures empty where nobody says which
   */
  record ThreatenSanctions(
      SanctionId sanction,
      List<PartyId> by,
      List<PartyId> against,
      List<DesignatedPerson> persons,
      List<Measure> measures,
      EdtfDate on,
      String reason)
      implements SanctionCommand, CreationCommand {

    public ThreatenSanctions {
      by = imposers(by, against);
      against = Require.distinct("against", against);
      persons = targets(against, persons);
      measures = Require.distinct("measures", measures);
      reason = Require.reason(reason);
    }

    @Override
    public List<Reference> references() {
      return Stream.concat(
              named(by, against, persons, on).stream(), Stream.of(new Begun(EdtfSpan.of(on))))
          .toList();
    }
  }

  /**
   * Sanctions are imposed, whether or not they were threatened before.
   *
   * @param persons named beside the parties, or alone
   * @param legalBasis null where no source says it
   */
  record ImposeSanctions(
      SanctionId sanction,
      List<PartyId> by,
      List<PartyId> against,
      List<DesignatedPerson> persons,
      List<Measure> measures,
      @Nullable String legalBasis,
      EdtfDate on,
      String reason)
      implements SanctionCommand, CreationCommand {

    public ImposeSanctions {
      by = imposers(by, against);
      against = Require.distinct("against", against);
      persons = targets(against, persons);
      measures = some(measures);
      legalBasis = Require.optionalText("legalBasis", legalBasis);
      reason = Require.reason(reason);
    }

    @Override
    public List<Reference> references() {
      return named(by, against, persons, on);
    }
  }

  /**
   * The measures are changed.
   *
   * @param measures all of them from then on
   */
  record AmendSanctions(SanctionId sanction, List<Measure> measures, EdtfDate on, String reason)
      implements SanctionCommand {

    public AmendSanctions {
      measures = some(measures);
      reason = Require.reason(reason);
    }

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }

  /**
   * The measures are relaxed.
   *
   * @param measures those that remain; empty where nobody says which
   */
  record EaseSanctions(SanctionId sanction, List<Measure> measures, EdtfDate on, String reason)
      implements SanctionCommand {

    public EaseSanctions {
      measures = Require.distinct("measures", measures);
      reason = Require.reason(reason);
    }

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }

  /** The sanctions are not applied for a time. */
  record SuspendSanctions(
      SanctionId sanction, EdtfDate on, String reason, @Nullable CitedCause because)
      implements SanctionCommand, Caused {

    public SuspendSanctions {
      reason = Require.reason(reason);
    }

    /** Over what is not on record. */
    public SuspendSanctions(SanctionId sanction, EdtfDate on, String reason) {
      this(sanction, on, reason, null);
    }

    @Override
    public List<Reference> references() {
      return Reference.of(this, List.of());
    }
  }

  /**
   * The sanctions are applied again after they were suspended or eased.
   *
   * @param measures all of them from then on; empty where they are what they were
   */
  record ReinstateSanctions(SanctionId sanction, List<Measure> measures, EdtfDate on, String reason)
      implements SanctionCommand {

    public ReinstateSanctions {
      measures = Require.distinct("measures", measures);
      reason = Require.reason(reason);
    }

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }

  /** The sanctions end, or the threat of them is taken back. */
  record LiftSanctions(
      SanctionId sanction, EdtfDate on, String reason, @Nullable CitedCause because)
      implements SanctionCommand, Caused {

    public LiftSanctions {
      reason = Require.reason(reason);
    }

    /** Over what is not on record. */
    public LiftSanctions(SanctionId sanction, EdtfDate on, String reason) {
      this(sanction, on, reason, null);
    }

    @Override
    public List<Reference> references() {
      return Reference.of(this, List.of());
    }
  }

  /** Who imposes and whom it is against exist; persons are known by what is given of them. */
  private static List<Reference> named(
      List<PartyId> by, List<PartyId> against, List<DesignatedPerson> persons, EdtfDate on) {
    List<PartyId> parties = Stream.concat(by.stream(), against.stream()).toList();
    return Stream.concat(
            Reference.extant(parties, EdtfSpan.of(on)).stream(),
            persons.stream().flatMap(person -> person.references().stream()))
        .toList();
  }

  private static List<PartyId> imposers(List<PartyId> by, @Nullable List<PartyId> against) {
    List<PartyId> imposers = Require.distinct("by", by);
    if (imposers.isEmpty()) {
      throw new InvalidValue(RefusalCode.INVALID_FIELDS, "by", "at least one");
    }
    if (against != null && against.stream().anyMatch(imposers::contains)) {
      throw new InvalidValue(
          RefusalCode.SELF_RELATION, "against", "no party imposes sanctions on itself");
    }
    return imposers;
  }

  private static List<DesignatedPerson> targets(
      List<PartyId> against, @Nullable List<DesignatedPerson> persons) {
    List<DesignatedPerson> named = Require.distinct("persons", persons);
    if (against.isEmpty() && named.isEmpty()) {
      throw new InvalidValue(
          RefusalCode.INVALID_FIELDS, "against", "at least one party, or one of the persons");
    }
    return named;
  }

  private static List<Measure> some(@Nullable List<Measure> measures) {
    List<Measure> some = Require.distinct("measures", measures);
    if (some.isEmpty()) {
      throw new InvalidValue(RefusalCode.INVALID_FIELDS, "measures", "at least one");
    }
    return some;
  }
}
