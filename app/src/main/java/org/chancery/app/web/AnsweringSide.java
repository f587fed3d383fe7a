package org.chancery.app.web;

import java.time.Duration;
import java.util.List;
import org.chancery.command.Foresight;
import org.chancery.command.decision.Warning;
import org.chancery.command.reference.Namesakes;
import org.chancery.journal.Journal;
import org.chancery.query.change.Preview;
import org.chancery.query.likeness.LookAlikes;
import org.chancery.readmodel.ReadModels;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.entry.LedgerEvent;
import org.springframework.stereotype.Component;

/** Lets the deciding side ask the answering side, which does not know of it. */
@Component
final class AnsweringSide implements Foresight {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Journal journal;
  private final ReadModels models;
  private final Preview preview;
  private final LookAlikes likenesses;
  private final Namesakes namesakes;

  AnsweringSide(
      Journal journal,
      ReadModels models,
      Preview preview,
      LookAlikes likenesses,
      Namesakes namesakes) {
    this.journal = journal;
    this.models = models;
    this.preview = preview;
    this.likenesses = likenesses;
    this.namesakes = namesakes;
  }

  @Override
  public List<?> answersChangedBy(Subject subject, List<LedgerEvent> events) {
    return preview.of(subject, events, journal.head().position() + 1);
  }

  @Override
  public List<Warning> warnings(LedgerCommand command, long position) {
    if (!LookAlikes.concerns(command)) {
      return namesakes.of(command, position);
    }
    return isThere(position)
        ? likenesses.of(command, position).stream()
            .map(like -> Warning.looksLike(like.subject(), like.entries(), like.detail()))
            .toList()
        : List.of(Warning.notCompared(command.subject().toString()));
  }

  private boolean isThere(long position) {
    try {
      return models.areKept() && models.await(position, PATIENCE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
