package org.chancery.app.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.chancery.app.config.LedgerProperties.Nodes;
import org.chancery.journal.JournalParts;
import org.chancery.seal.Lease;
import org.chancery.seal.LogKeys;
import org.chancery.seal.Seal;
import org.chancery.seal.Sealer;
import org.chancery.seal.note.VerifierKey;
import org.chancery.seal.witness.WitnessClient;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The seal over the journal, and who makes it. */
@Configuration
class SealConfiguration {
  private static final String ENABLED = "chancery.seal.enabled";

  /** Who takes no commands seals none. */
  private static final String RECORDS = "!'${chancery.role:all}'.equalsIgnoreCase('query')";

  @Bean
  Seal seal(JournalParts parts) {
    return new Seal(parts.beside());
  }

  /** Who seals nothing may know by which keys others do, and has none where it does not. */
  @Bean
  @Nullable LogKeys logKeys(LedgerProperties properties, Seal seal) {
    Path folder = properties.seal().keysOr(properties.data());
    try {
      if (!properties.seals()) {
        return LogKeys.published(folder);
      }
      if (PostgresLink.isTo(String.valueOf(properties.journal().url()))) {
        requireSameOrigin(folder, seal);
      }
      return LogKeys.open(folder, properties.seal().origin());
    } catch (IOException | IllegalArgumentException unfit) {
      throw new IllegalStateException("the journal cannot be sealed: " + Failure.told(unfit));
    }
  }

  /** On a server's database the folder of the keys may be another ledger's, or new. */
  private static void requireSameOrigin(Path folder, Seal seal) throws IOException {
    String sealed = seal.origin().orElse(null);
    List<String> names = LogKeys.known(folder).stream().map(VerifierKey::name).distinct().toList();
    if (sealed != null && !names.contains(sealed)) {
      throw new IllegalArgumentException(
          "it was sealed as %s, and %s: bring the keys that sealed it (CHANCERY_SEAL_KEYS), or record"
                  .formatted(
                      sealed,
                      names.isEmpty()
                          ? "there are no keys in " + folder
                          : "the keys in %s are of %s".formatted(folder, names.getFirst()))
              + " on without a seal (CHANCERY_SEAL_ENABLED=false)");
    }
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnProperty(name = ENABLED, matchIfMissing = true)
  @ConditionalOnExpression(RECORDS)
  Sealer sealer(
      JournalParts parts, Seal seal, LogKeys keys, LedgerProperties properties, Clock clock) {
    Lease lease =
        properties.nodes() == Nodes.MANY
            ? new Lease(parts.beside(), properties.nodeName().orElseThrow())
            : null;
    return new Sealer(parts, seal, keys, witness(properties.witness()), clock, lease);
  }

  private static @Nullable WitnessClient witness(LedgerProperties.Cosigner witness) {
    if (witness.url() == null) {
      return null;
    }
    if (witness.key() == null) {
      throw new UsageException("chancery.witness.url needs chancery.witness.key, its vkey");
    }
    try {
      return new WitnessClient(URI.create(witness.url()), VerifierKey.parse(witness.key()));
    } catch (IllegalArgumentException unfit) {
      throw new UsageException("no witness: " + unfit.getMessage());
    }
  }
}
