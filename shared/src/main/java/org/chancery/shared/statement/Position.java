package org.chancery.shared.statement;

import org.chancery.shared.precondition.Require;

/** Where a speaker stands on a topic. */
public record Position(String topic, Stance stance) {

  public Position {
    topic = Require.text("topic", topic);
  }
}
