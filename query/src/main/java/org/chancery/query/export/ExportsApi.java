package org.chancery.query.export;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.chancery.query.PlainText;
import org.chancery.query.Timeless;
import org.chancery.query.audit.ReadWatch;
import org.chancery.query.export.Exports.Ready;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Entries to be taken away, with what proves them; and what checks them there. */
@RestController
class ExportsApi {
  private static final String LINES = "application/jsonl";
  private static final int BUFFER = 64 * 1024;

  private final Exports exports;

  ExportsApi(Exports exports) {
    this.exports = exports;
  }

  /** As JSON Lines; docs/PROOFS.md has the format. An export without its last line is cut. */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = LINES, schema = @Schema(type = "string")))
  @Timeless("an export is of what is sealed by now; `to` ends it at an instant; ")
  @GetMapping("/api/exports")
  void export(@ParameterObject ExportParameters asked, HttpServletResponse response)
      throws IOException {
    Ready ready = exports.of(asked);
    response.setContentType(LINES);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, file("ledger.export.jsonl"));
    response.setHeader(
        HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
    ReadWatch.begins();
    OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
    ready.export().write(ready.wanted(), ready.issued(), out, position -> {});
  }

  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = PlainText.TYPE, schema = @Schema(type = "string")))
  @GetMapping("/verify/Verify.java")
  ResponseEntity<Resource> verifier() {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, file("Verify.java"))
        .contentType(PlainText.UTF_8)
        .body(new ClassPathResource("verify/Verify.java"));
  }

  private static String file(String name) {
    return ContentDisposition.attachment().filename(name).build().toString();
  }
}
