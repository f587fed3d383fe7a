package org.chancery.app.config;

import io.micrometer.core.instrument.MeterRegistry;
import org.chancery.seal.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the sealing with the ledger, and is healthy while it goes on. */
@Component("sealing")
public final class Sealing implements SmartLifecycle, HealthIndicator {
  private final @Nullable Sealer sealer;
  private volatile boolean running;

  Sealing(ObjectProvider<Sealer> sealer, MeterRegistry meters) {
    this.sealer = sealer.getIfAvailable();
    meters.gauge("chancery.seal.lag", this, Sealing::lag);
  }

  private double lag() {
    return sealer == null ? 0 : sealer.lag();
  }

  @Override
  public Health health() {
    if (sealer == null) {
      return Health.up().withDetail("state", "off").build();
    }
    String cause = sealer.cause();
    Health.Builder health = cause == null ? Health.up() : Health.down().withDetail("cause", cause);
    var witness = sealer.cosigning();
    if (witness != null && witness.trouble() != null) {
      health.withDetail("witness", witness.trouble());
    }
    if (cause == null && witness != null && witness.disagrees()) {
      health.status("DEGRADED");
    }
    if (sealer.sealedBy() != null) {
      health.withDetail("by", sealer.sealedBy());
    }
    return health.withDetail("state", sealer.state()).withDetail("lag", sealer.lag()).build();
  }

  @Override
  public void start() {
    if (sealer != null) {
      sealer.start();
    }
    running = true;
  }

  @Override
  public void stop() {
    if (sealer != null) {
      sealer.close();
    }
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
