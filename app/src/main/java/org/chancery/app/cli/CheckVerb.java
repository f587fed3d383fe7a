package org.chancery.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.chancery.app.config.LedgerProperties;
import org.chancery.app.config.LedgerSettings;
import org.chancery.app.config.UsageException;
import org.chancery.journal.text.Utf8;
import org.chancery.seal.LogKeys;
import org.chancery.seal.SealRecords;
import org.chancery.seal.audit.Fault;
import org.chancery.seal.audit.Fault.Kind;
import org.chancery.seal.audit.Findings;
import org.chancery.seal.audit.TrustedCheckpoint;
import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.KeyType;
import org.chancery.seal.note.VerifierKey;
import org.chancery.shared.Visible;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks whether a ledger is whole. */
@Command(
    name = "check",
    description = {
      "Checks all of the ledger in --data: entries, seal, checkpoints, read models.",
      "Works on a copy, also while a server serves. Exit code 0: sound, 1: not, 2: misused."
    },
    footer = {"", "Example:", "  chancery check --data demo-data"})
final class CheckVerb implements Callable<Integer> {

  @Mixin DataOption data = new DataOption();

  @Option(
      names = "--work",
      description = "The folder for the copy, which may need twice the room. Default: a new one.")
  @Nullable Path work;

  @Option(
      names = "--key",
      paramLabel = "VKEY",
      description = "A verifier key of the log; may be repeated. Default: those in --data.")
  List<String> keys = List.of();

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A checkpoint that was kept elsewhere, which the ledger must still agree with.")
  @Nullable Path checkpoint;

  @Option(
      names = "--since-checkpoint",
      paramLabel = "FILE",
      description = {
        "The same, where all up to it was checked before: what came after it is looked at, not"
            + " the read models."
      })
  @Nullable Path since;

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    Path data = this.data.existing();
    LedgerProperties properties = LedgerSettings.of(data);
    List<VerifierKey> known = known(properties);
    if (checkpoint != null && since != null) {
      throw new UsageException("either --checkpoint or --since-checkpoint, not both");
    }
    TrustedCheckpoint kept =
        since == null
            ? kept("--checkpoint", checkpoint, known)
            : kept("--since-checkpoint", since, known);
    Path parent = work == null ? null : Files.createDirectories(work);
    Path folder =
        parent == null
            ? Files.createTempDirectory("chancery-check-")
            : Files.createTempDirectory(parent, "check-");
    try {
      LedgerCopy copy = new LedgerCopy(data, folder);
      copy.make();
      if (!keys.isEmpty()) {
        SealedName.of(properties, copy).ifPresent(name -> requireKeysOf(name, known));
      }
      Findings findings = new Findings();
      new LedgerCheck(properties, copy, findings).run(known, kept, since != null);
      return CheckReport.tell(findings);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private List<VerifierKey> known(LedgerProperties properties) throws IOException {
    try {
      return keys.isEmpty()
          ? LogKeys.known(properties.seal().keysOr(properties.data()))
          : keys.stream().map(CheckVerb::ofLog).toList();
    } catch (IllegalArgumentException unfit) {
      throw new UsageException("--key: " + unfit.getMessage());
    }
  }

  private static VerifierKey ofLog(String text) {
    VerifierKey key = VerifierKey.parse(text);
    if (key.type() != KeyType.SIGNATURE) {
      throw new IllegalArgumentException(key + " is the key of a witness, not of a log");
    }
    return key;
  }

  /** A key of another log says nothing of this one, neither for it nor against it. */
  private static void requireKeysOf(String sealedAs, List<VerifierKey> known) {
    for (VerifierKey key : known) {
      if (!key.name().equals(sealedAs)) {
        throw new UsageException(
            "--key: is of the log %s; this ledger is sealed as %s".formatted(key.name(), sealedAs));
      }
    }
  }

  private static @Nullable TrustedCheckpoint kept(
      String option, @Nullable Path file, List<VerifierKey> known) {
    if (file == null) {
      return null;
    }
    try {
      TrustedCheckpoint kept = TrustedCheckpoint.parse(Utf8.read(file));
      if (!kept.note().isSignedBy(known)) {
        throw new UsageException(
            "%s: %s: is not signed by a known key of the log; give it with --key"
                .formatted(option, file));
      }
      return kept;
    } catch (NoSuchFileException absent) {
      throw new UsageException("%s: %s: there is no such file".formatted(option, file));
    } catch (IOException | IllegalArgumentException unfit) {
      throw new UsageException("%s: %s: %s".formatted(option, file, unfit.getMessage()));
    }
  }

  /** Says what a check found, and how to go on. */
  static final class CheckReport {
    private static final String RESTORE =
        "What cannot be read is lost in this copy. Keep the file as it is, for evidence; put back"
            + " the last backup of journal.mv.db and the folder keys, and enter again what came"
            + " after it. Read models need no backup: delete views.mv.db, and the next start builds"
            + " them.";
    private static final String REBUILD =
        "The journal is sound; the read models are not. ./chancery replay builds them anew, or"
            + " delete views.mv.db while no server runs.";
    private static final String REMARK =
        "The journal is sound; the marks by which its entries are found are not. Empty the tables"
            + " mark and marked of its database while no server runs: the next start makes them"
            + " anew.";
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
      Set<Kind> kinds = faults.stream().map(Fault::kind).collect(Collectors.toSet());
      if (kinds.equals(Set.of(Kind.READ_MODEL))) {
        return REBUILD;
      }
      if (Set.of(Kind.READ_MODEL, Kind.MARK).containsAll(kinds)) {
        return REMARK;
      }
      return kinds.contains(Kind.UNREADABLE) ? RESTORE : TAMPERED;
    }
  }

  /** The name of the log as which a ledger is sealed, by its newest checkpoint. */
  static final class SealedName {

    private SealedName() {}

    /** None where it cannot be told; why that is so, the check finds out. */
    static Optional<String> of(LedgerProperties properties, LedgerCopy copy) {
      try (OpenDatabase journal = OpenDatabase.of(properties.journal(), copy.of("journal"))) {
        SealRecords seal = new SealRecords(journal.source());
        return seal.at(seal.lastSize())
            .map(issued -> Checkpoint.parse(issued.note().text()).origin());
      } catch (SQLException | RuntimeException damaged) {
        return Optional.empty();
      }
    }
  }
}
