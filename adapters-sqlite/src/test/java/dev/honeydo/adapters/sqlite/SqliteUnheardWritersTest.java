package dev.honeydo.adapters.sqlite;

import dev.honeydo.application.port.UnheardWriters;
import dev.honeydo.contracts.UnheardWritersContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteUnheardWritersTest implements UnheardWritersContract {
  @RegisterExtension final Installation record = new Installation();

  @Override
  public UnheardWriters writers() {
    return record.adapters().unheardWriters();
  }

  @Override
  public UnheardWriters anotherView() {
    return record.another().unheardWriters();
  }

  @Override
  public UnheardWriters reopened() {
    return record.reopened().unheardWriters();
  }

  @Override
  public UnheardWriters unreachable() {
    return record.unreachable().unheardWriters();
  }
}
