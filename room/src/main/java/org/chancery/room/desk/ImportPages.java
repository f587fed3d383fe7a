package org.chancery.room.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.chancery.room.desk.Uploads.Kind;
import org.chancery.room.desk.Uploads.Run;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.sheet.Visitor;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Taking in a source that is uploaded, and what became of it. */
@RestController
@Hidden
public class ImportPages {
  private static final String IMPORTS = "/desk/imports";
  private static final MediaType LINES = new MediaType("application", "x-ndjson", UTF_8);

  private final Uploads imports;

  ImportPages(Uploads imports) {
    this.imports = imports;
  }

  /**
   * The page on which a source is uploaded.
   *
   * @param refused why one was not taken; null where none was tried
   */
  public record Uploading(
      Sheet sheet, String token, List<Kind> kinds, List<Run> runs, @Nullable Problem refused) {}

  /** The page of one import. */
  public record Importing(Sheet sheet, Run run, String state, String report) {}

  @GetMapping(path = IMPORTS, produces = Press.TYPE)
  ResponseEntity<String> uploading(HttpServletRequest request) {
    return uploading(request, null);
  }

  private ResponseEntity<String> uploading(HttpServletRequest request, @Nullable Problem refused) {
    HttpStatus status = refused == null ? HttpStatus.OK : HttpStatus.valueOf(refused.status());
    return Press.page(
        status,
        "uploading",
        new Uploading(
            Sheet.bare("Import a source"),
            Visitor.of(request).token().get(),
            imports.kinds(),
            imports.runs(),
            refused));
  }

  @PostMapping(path = IMPORTS, produces = Press.TYPE)
  ResponseEntity<String> upload(HttpServletRequest request) throws IOException, ServletException {
    String kind = String.valueOf(request.getParameter("kind"));
    try (InputStream content = file(request).getInputStream()) {
      Run run =
          imports.begin(
              Visitor.of(request).name(),
              kind,
              String.valueOf(file(request).getSubmittedFileName()),
              content);
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create(IMPORTS + "/" + run.id()))
          .build();
    } catch (ProblemException refused) {
      return uploading(request, refused.problem());
    }
  }

  private static Part file(HttpServletRequest request) throws IOException, ServletException {
    String type = request.getContentType();
    Part file =
        type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
            ? request.getPart("file")
            : null;
    if (file == null || file.getSize() == 0) {
      throw new ProblemException(
          Problem.of(RequestCode.UNREADABLE, "choose a file that holds something"));
    }
    return file;
  }

  private Run found(String id) {
    return imports
        .find(id)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        RequestCode.NOT_FOUND,
                        "there is no such import since the server was started")));
  }

  @GetMapping(path = IMPORTS + "/{id:[0-9a-f-]{36}}", produces = Press.TYPE)
  ResponseEntity<String> importing(@PathVariable String id) {
    Run run = found(id);
    return Press.page(
        "importing",
        new Importing(
            Sheet.bare("Import of " + run.source()),
            run,
            run.state().name().toLowerCase(Locale.ROOT),
            IMPORTS + "/" + id + "/report"));
  }

  @GetMapping(path = IMPORTS + "/{id:[0-9a-f-]{36}}/report")
  ResponseEntity<Resource> report(@PathVariable String id) {
    Path file =
        imports
            .report(found(id).id())
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(RequestCode.NOT_FOUND, "the import has made no report yet")));
    ContentDisposition saved =
        ContentDisposition.attachment().filename(id + ".import-report.ndjson").build();
    return ResponseEntity.ok()
        .contentType(LINES)
        .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(new FileSystemResource(file));
  }
}
