package org.chancery.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.RefusalCode;

/** What is wrong with one content, as far as one answer can tell. */
final class Violations {
  private static final int LIMIT = 100;

  private final List<Fault> found = new ArrayList<>();
  private final Set<RefusalCode> codes = new LinkedHashSet<>();

  void add(RefusalCode code, String pointer, String message) {
    if (!isFull()) {
      codes.add(code);
      found.add(new Fault(pointer, message));
    }
  }

  int count() {
    return found.size();
  }

  boolean isFull() {
    return found.size() == LIMIT;
  }

  /** The code is that of the only kind of fault, where there is one kind. */
  Problem problem() {
    RefusalCode code = codes.size() == 1 ? codes.iterator().next() : RefusalCode.INVALID_FIELDS;
    String detail = found.stream().map(Violations::text).collect(Collectors.joining("; "));
    return Problem.of(code, detail).with(found);
  }

  private static String text(Fault fault) {
    return fault.pointer().isEmpty() ? fault.message() : fault.pointer() + ": " + fault.message();
  }
}
