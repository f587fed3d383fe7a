package org.chancery.query.proof;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import org.chancery.journal.Entry;
import org.chancery.query.PlainText;
import org.chancery.seal.Content;
import org.chancery.seal.Leaf;
import org.chancery.seal.PublishedCheckpoint;
import org.chancery.seal.Salt;
import org.chancery.seal.Seal;
import org.chancery.seal.SealedEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is needed to prove one entry without the ledger. */
@RestController
class EntryProofApi {
  private final Seal seal;
  private final SealedJournal journal;

  EntryProofApi(Seal seal, SealedJournal journal) {
    this.seal = seal;
    this.journal = journal;
  }

  /** To be kept beside the entry; by a checkpoint that a witness cosigned, where there is one. */
  @ApiResponse(
      responseCode = "200",
      content = @io.swagger.v3.oas.annotations.media.Content(mediaType = PlainText.TYPE))
  @GetMapping("/api/entries/{position:\\d{1,18}}/proof")
  ResponseEntity<String> proof(@PathVariable long position) {
    journal.sealOf(journal.entry(position));
    PublishedCheckpoint issued =
        seal.latestCosigned()
            .filter(cosigned -> cosigned.size() >= position)
            .orElseGet(journal::latest);
    String name = "entry-%d.tlog-proof".formatted(position);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .contentType(PlainText.UTF_8)
        .body(seal.inclusion(position, issued).text());
  }

  /** Byte for byte, so that whoever checks need not write JSON as the ledger does. */
  @GetMapping("/api/entries/{position:\\d{1,18}}/leaf")
  LeafView leaf(@PathVariable long position) {
    Entry entry = journal.entry(position);
    SealedEntry sealed = journal.sealOf(entry);
    Salt salt = sealed.salt();
    return new LeafView(
        position,
        new String(Leaf.text(entry, sealed.content()), StandardCharsets.UTF_8),
        sealed.leaf().base64(),
        salt.isDestroyed() ? null : new String(Content.text(entry), StandardCharsets.UTF_8),
        salt.isDestroyed() ? null : salt.toString());
  }

  /**
   * An entry as it was hashed.
   *
   * @param leaf RFC 8785
   * @param leafHash base64
   * @param content RFC 8785, null where it was erased
   * @param salt hexadecimal, null where it was destroyed
   */
  record LeafView(
      long position,
      String leaf,
      String leafHash,
      @Nullable String content,
      @Nullable String salt) {}
}
