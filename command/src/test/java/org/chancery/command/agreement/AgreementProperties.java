package org.chancery.command.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.command.Dates;
import org.chancery.command.Fold;
import org.chancery.shared.agreement.AgreementCommand;
import org.chancery.shared.agreement.AgreementCommand.AdoptAgreement;
import org.chancery.shared.agreement.AgreementCommand.ApplyProvisionally;
import org.chancery.shared.agreement.AgreementCommand.BringIntoForce;
import org.chancery.shared.agreement.AgreementCommand.ConsentToBeBound;
import org.chancery.shared.agreement.AgreementCommand.MakeReservation;
import org.chancery.shared.agreement.AgreementCommand.ResumeOperation;
import org.chancery.shared.agreement.AgreementCommand.SignAgreement;
import org.chancery.shared.agreement.AgreementCommand.SuspendOperation;
import org.chancery.shared.agreement.AgreementCommand.TerminateAgreement;
import org.chancery.shared.agreement.AgreementCommand.WithdrawFromAgreement;
import org.chancery.shared.agreement.AgreementEvent;
import org.chancery.shared.agreement.AgreementId;
import org.chancery.shared.agreement.AgreementKind;
import org.chancery.shared.agreement.ConsentMeans;
import org.chancery.shared.time.EdtfDate;

/** Whatever is asked, in whatever order. */
class AgreementProperties {
  private static final AgreementId INF = new AgreementId("inf-treaty");

  @Property(tries = 300)
  void refusalsNameEntriesAndChangeNothing(@ForAll("commands") List<AgreementCommand> commands) {
    nothing().submit(commands);
  }

  @Property(tries = 300)
  void whatIsRecordedReplaysInAnyOrder(
      @ForAll("commands") List<AgreementCommand> commands, @ForAll Random random) {
    List<AgreementEvent> entries = new ArrayList<>(nothing().submit(commands).entries());
    Collections.shuffle(entries, random);

    assertThat(nothing().record(entries).submit(commands).entries())
        .startsWith(entries.toArray(AgreementEvent[]::new));
  }

  private static Arbitrary<Function<EdtfDate, AgreementCommand>> kinds() {
    return Arbitraries.of(
        on -> new AdoptAgreement(INF, "INF", AgreementKind.TREATY, List.of(US, RUSSIA), "arms", on),
        on -> new SignAgreement(INF, RUSSIA, null, on),
        on -> new SignAgreement(INF, GERMANY, null, on),
        on -> new ConsentToBeBound(INF, RUSSIA, ConsentMeans.RATIFICATION, on),
        on -> new ConsentToBeBound(INF, GERMANY, ConsentMeans.ACCESSION, on),
        on -> new MakeReservation(INF, RUSSIA, "not article 5", on),
        on -> new WithdrawFromAgreement(INF, RUSSIA, on, on, null),
        on -> new ApplyProvisionally(INF, on),
        on -> new BringIntoForce(INF, on),
        on -> new SuspendOperation(INF, on, "a breach"),
        on -> new ResumeOperation(INF, on, "settled"),
        on -> new TerminateAgreement(INF, on, "obsolete"));
  }

  private static Fold<AgreementHistory, AgreementCommand, AgreementEvent> nothing() {
    return new Fold<>(AgreementHistory.NONE, AgreementHistory::decide, AgreementHistory::evolve);
  }

  @Provide
  Arbitrary<List<AgreementCommand>> commands() {
    return Combinators.combine(kinds(), Dates.any()).as(Function::apply).list().ofMaxSize(16);
  }
}
