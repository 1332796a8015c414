package dev.honeydo.benchmarks.load;

import dev.honeydo.benchmarks.load.ServerProcess.Meter;
import dev.honeydo.benchmarks.load.ServerProcess.Usage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** What is measured: one server, or several over the same stores. */
final class Subject implements AutoCloseable {
  private final String name;
  private final List<ServerProcess> servers;
  private final List<Meter> meters = new ArrayList<>();
  private final Household household;

  Subject(String name, List<ServerProcess> servers, Household household) throws IOException {
    this.name = name;
    this.servers = List.copyOf(servers);
    this.household = household;
    for (ServerProcess server : servers) {
      meters.add(server.meter());
    }
  }

  String name() {
    return name;
  }

  Requests requests(Workload workload) {
    return household.requests(workload);
  }

  Generator generator(int connections) {
    List<InetSocketAddress> addresses = servers.stream().map(ServerProcess::address).toList();
    return new Generator(addresses, connections);
  }

  /** What its servers have used up so far, all together. */
  Usage usage() {
    Usage sum = new Usage(0, 0);
    for (Meter meter : meters) {
      sum = sum.plus(meter.read());
    }
    return sum;
  }

  /** Has the JVM of the first server do what {@code jcmd} can. */
  void command(String... command) throws IOException, InterruptedException {
    servers.getFirst().command(command);
  }

  @Override
  public void close() throws IOException {
    for (Meter meter : meters) {
      meter.close();
    }
    for (ServerProcess server : servers) {
      server.close();
    }
  }
}
