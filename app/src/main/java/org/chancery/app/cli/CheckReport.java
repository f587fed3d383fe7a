package org.chancery.app.cli;

import java.util.List;
import java.util.function.Predicate;
import org.chancery.seal.audit.Fault;
import org.chancery.seal.audit.Fault.Kind;
import org.chancery.seal.audit.Findings;
import org.chancery.shared.Visible;

/** Says what a check found, and how to go on. */
final class CheckReport {
  private static final String RESTORE =
      "What cannot be read is lost in this copy. Keep the file as it is, for evidence; put back the"
          + " last backup of journal.mv.db and the folder keys, and enter again what came after it."
          + " Read models need no backup: delete views.mv.db, and the next start builds them.";
  private static final String REBUILD =
      "The journal is sound; the read models are not. ./chancery replay builds them anew, or delete"
          + " views.mv.db while no server runs.";
  private static final String TAMPERED =
      "Someone or something changed what was recorded. Keep the file as it is, for evidence, and"
          + " compare it with a backup, an export, or a checkpoint that somebody else kept.";

  private CheckReport() {}

  /** Returns the exit code. */
  static int tell(Findings findings) {
    findings.faults().forEach(fault -> System.out.println(Visible.line(fault.toString())));
    if (findings.rest() > 0) {
      System.out.printf("and %d more%n", findings.rest());
    }
    findings.notes().forEach(note -> System.out.println("note: " + Visible.line(note)));
    System.out.println(findings.count() == 0 ? "sound" : "%d faults".formatted(findings.count()));
    if (findings.count() > 0) {
      System.out.println(advice(findings.faults()));
    }
    return findings.count() == 0 ? Chancery.DONE : Chancery.FAILED;
  }

  private static String advice(List<Fault> faults) {
    Predicate<Fault> models = fault -> fault.kind() == Kind.READ_MODEL;
    return faults.stream().allMatch(models)
        ? REBUILD
        : faults.stream().anyMatch(fault -> fault.kind() == Kind.UNREADABLE) ? RESTORE : TAMPERED;
  }
}
