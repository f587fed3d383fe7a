package org.chancery.app;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Rules on sources, of which class files do not tell.
 *
 * @param files all that are looked at
 */
record Sources(List<Path> files) {
  static final int FILE = 400;
  static final int METHOD = 30;

  /** The packages of every module; {@code Verify.java} is in none, for it runs without a build. */
  static Sources ofModules() {
    try (Stream<Path> modules = Files.list(Path.of("..").toRealPath())) {
      return new Sources(
          modules
              .map(module -> module.resolve("src/main/java/org"))
              .filter(Files::isDirectory)
              .flatMap(Sources::javaIn)
              .toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Sources under(Path folder) {
    return new Sources(javaIn(folder).toList());
  }

  private static Stream<Path> javaIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .toList() // before the folder is closed
          .stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The simple names that stand for more than one type, each with its files. */
  Map<String, List<Path>> repeatedNames() {
    Map<String, List<Path>> byName =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    file -> file.getFileName().toString(), TreeMap::new, Collectors.toList()));
    byName.values().removeIf(homes -> homes.size() == 1);
    return byName;
  }

  /** The files that are longer than {@link #FILE} lines. */
  List<Path> longFiles() {
    return files.stream().filter(file -> text(file).lines().count() > FILE).toList();
  }

  /** The methods with more than {@link #METHOD} lines between their braces. */
  List<String> longMethods() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask parser =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      Measure measure = new Measure(Trees.instance(parser).getSourcePositions());
      for (CompilationUnitTree unit : parser.parse()) {
        measure.scan(unit, unit);
      }
      return measure.found;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Measure extends TreeScanner<@Nullable Void, CompilationUnitTree> {
    private final SourcePositions positions;
    private final List<String> found = new ArrayList<>();
    private String type = "";

    Measure(SourcePositions positions) {
      this.positions = positions;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, CompilationUnitTree unit) {
      String outer = type;
      type = tree.getSimpleName().isEmpty() ? outer : tree.getSimpleName().toString();
      super.visitClass(tree, unit);
      type = outer;
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, CompilationUnitTree unit) {
      if (method.getBody() != null) {
        long from = positions.getStartPosition(unit, method.getBody());
        long to = positions.getEndPosition(unit, method.getBody());
        long lines =
            unit.getLineMap().getLineNumber(to) - unit.getLineMap().getLineNumber(from) - 1;
        if (lines > METHOD) {
          found.add("%s.%s: %d lines".formatted(type, method.getName(), lines));
        }
      }
      return super.visitMethod(method, unit);
    }
  }
}
