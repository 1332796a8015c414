package dev.honeydo.contracts.reference;

import dev.honeydo.application.port.UnheardWriters;
import dev.honeydo.contracts.UnheardWritersContract;

final class InMemoryUnheardWritersTest implements UnheardWritersContract {
  private final InMemoryUnheardWriters writers = new InMemoryUnheardWriters();

  @Override
  public UnheardWriters writers() {
    return writers;
  }

  @Override
  public UnheardWriters anotherView() {
    return writers;
  }

  @Override
  public UnheardWriters reopened() {
    return writers;
  }

  @Override
  public UnheardWriters unreachable() {
    InMemoryUnheardWriters gone = new InMemoryUnheardWriters();
    gone.setAvailable(false);
    return gone;
  }
}
