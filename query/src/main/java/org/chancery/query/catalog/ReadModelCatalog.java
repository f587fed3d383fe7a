package org.chancery.query.catalog;

import java.util.List;
import org.chancery.query.account.DisputesView;
import org.chancery.query.agreement.AgreementView;
import org.chancery.query.conference.ConferenceView;
import org.chancery.query.cooperation.CooperationView;
import org.chancery.query.entry.Superseded;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.mission.MissionView;
import org.chancery.query.official.OfficialView;
import org.chancery.query.party.PartyView;
import org.chancery.query.relationship.RelationsView;
import org.chancery.query.sanction.SanctionView;
import org.chancery.query.statement.StatementView;
import org.chancery.query.timeline.HappeningView;
import org.chancery.query.trip.StopView;
import org.chancery.query.trip.TripView;
import org.chancery.query.trip.VisitView;
import org.chancery.readmodel.ReadModelRegistrar;
import org.chancery.readmodel.ReadModelSpec;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The read models of the ledger. Tables, beans and checks of a new one follow from its line. */
@Configuration
@Import(ReadModelCatalog.Registrar.class)
public class ReadModelCatalog {
  public static final List<ReadModelSpec<?, ?>> ALL =
      List.of(
          PartyView.READ_MODEL,
          OfficialView.READ_MODEL,
          TripView.READ_MODEL,
          StopView.READ_MODEL,
          VisitView.READ_MODEL,
          MeetingView.READ_MODEL,
          ConferenceView.READ_MODEL,
          StatementView.READ_MODEL,
          CooperationView.READ_MODEL,
          AgreementView.READ_MODEL,
          SanctionView.READ_MODEL,
          RelationsView.READ_MODEL,
          MissionView.READ_MODEL,
          HappeningView.READ_MODEL,
          Superseded.READ_MODEL,
          DisputesView.READ_MODEL);

  static final class Registrar extends ReadModelRegistrar {
    private static final String ROLE = "chancery.role";

    /** The one that keeps none. */
    private static final String COMMAND = "command";

    Registrar() {
      super(ALL, environment -> !COMMAND.equalsIgnoreCase(environment.getProperty(ROLE)));
    }
  }
}
