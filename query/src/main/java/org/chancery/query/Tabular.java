package org.chancery.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** An answer that is a page of rows, so that it can be had as a table too. */
public interface Tabular<R> extends AsOfAnswer {

  /** Those on this page. */
  List<R> rows();

  /** How many there are on all pages. */
  long rowsInAll();

  /** The cursor of the next page, or null where this is the last. */
  @Nullable String next();

  /** What those are called whom the rows cite by id. */
  Names names();

  /** The addresses of those of which accounts differ, which makes it doubtful. */
  default List<String> disputed() {
    return List.of();
  }

  /** Says what a form has no place for, in the head of the answer. */
  default void tell(HttpHeaders headers) {
    headers.set("Ledger-Total", Long.toString(rowsInAll()));
    String next = next();
    if (next != null) {
      headers.set("Ledger-Next", next);
    }
    if (!disputed().isEmpty()) {
      headers.set("Ledger-Disputed", Integer.toString(disputed().size()));
    }
  }

  /** A part of a text that is written in several. */
  interface Piece {
    String text();
  }
}
