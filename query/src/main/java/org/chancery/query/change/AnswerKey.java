package org.chancery.query.change;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a read model's answers go by the subjects of entries.
 *
 * @param model what answers
 * @param concepts those whose entries change its answers; all where it is empty
 * @param edge the character between a subject and its part, or null where answers have no parts
 * @param address of a subject, where it is answered
 * @param part how people call it, by its name after the edge
 */
record AnswerKey(
    String model,
    Set<String> concepts,
    @Nullable Character edge,
    UnaryOperator<String> address,
    UnaryOperator<String> part) {

  /** Each subject of the concept has an answer of its own. */
  static AnswerKey whole(String model, String concept) {
    return new AnswerKey(
        model, Set.of(concept), null, subject -> "/api/" + subject, UnaryOperator.identity());
  }

  boolean concerns(String concept) {
    return concepts.isEmpty() || concepts.contains(concept);
  }

  @Nullable String partOf(String subject, String row) {
    return edge == null ? null : part.apply(row.substring(subject.length() + 1));
  }
}
