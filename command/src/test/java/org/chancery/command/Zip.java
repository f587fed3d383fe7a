package org.chancery.command;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Puts two lists of one length together. */
public final class Zip {
  private Zip() {}

  public static <A, B, T> List<T> of(List<A> some, List<B> others, BiFunction<A, B, T> joined) {
    return IntStream.range(0, some.size())
        .mapToObj(i -> joined.apply(some.get(i), others.get(i)))
        .toList();
  }
}
