package org.chancery.query.cited;

import org.chancery.query.AnswerAdvice;
import org.chancery.query.AsOfAnswer;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Puts beside each answer the names of those whom it cites by their ids. */
@RestControllerAdvice
final class NamesAdvice extends AnswerAdvice {
  private final NameBook names;

  NamesAdvice(NameBook names) {
    super(AsOfAnswer.class);
    this.names = names;
  }

  @Override
  protected Object complete(AsOfAnswer answer) {
    return answer.naming(names.citedIn(answer, answer.asOf()));
  }
}
