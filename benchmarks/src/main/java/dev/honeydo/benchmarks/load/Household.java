package dev.honeydo.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Users with their todos on one installation, and the requests that they make. Those who only make
 * todos are others than those who do everything: the former have very many after a while.
 */
final class Household {
  private static final int USERS = 16;
  private static final String ALL = "/api/todos";

  private final List<Member> members = new ArrayList<>();
  private final List<Member> makers = new ArrayList<>();

  private record Member(String credentials, String todo) {
    static Member moveIn(Client client, String email) throws IOException {
      String credentials = client.login(email);
      String todo = "";
      for (int i = 0; i < 20; i++) {
        byte[] answer = client.ask("POST", ALL, credentials, Household.todo(i));
        todo = ALL + "/" + Client.member(answer, "id");
      }
      return new Member(credentials, todo);
    }

    Member adding(String headers) {
      return new Member(credentials + headers, todo);
    }

    byte[] get(String path) {
      return Client.request("GET", path, credentials, "");
    }
  }

  private Household() {}

  /** Registers the users, and makes 20 todos for each. */
  static Household moveIn(InetSocketAddress server) throws IOException {
    Household household = new Household();
    Client client = new Client(server);
    for (int user = 0; user < USERS; user++) {
      household.members.add(Member.moveIn(client, "user" + user + "@example.org"));
      household.makers.add(Member.moveIn(client, "maker" + user + "@example.org"));
    }
    return household;
  }

  /** The same people, who add these header fields to whatever they ask. */
  Household adding(String headers) {
    Household same = new Household();
    members.forEach(it -> same.members.add(it.adding(headers)));
    makers.forEach(it -> same.makers.add(it.adding(headers)));
    return same;
  }

  private static String todo(int number) {
    return "{\"heading\":\"Buy bread, number "
        + number
        + "\",\"task\":\"the good one from the baker at the corner, not too dark\","
        + "\"tags\":[\"home\",\"food\"],\"due_at\":\"2027-01-0"
        + (1 + number % 9)
        + "T08:00:00Z\"}";
  }

  /** Writes what a server answers, for others to answer likewise. */
  void record(InetSocketAddress server, Path directory) throws IOException {
    Client client = new Client(server);
    Member member = members.getLast();
    String credentials = member.credentials();
    Path _ = Files.write(directory.resolve("list"), client.ask("GET", ALL, credentials, ""));
    Path _ =
        Files.write(directory.resolve("one"), client.ask("GET", member.todo(), credentials, ""));
    Path _ =
        Files.write(directory.resolve("created"), client.ask("POST", ALL, credentials, todo(1)));
  }

  /** The requests of a workload. */
  Requests requests(Workload workload) {
    Member first = members.getFirst();
    return switch (workload) {
      case W1_LIST -> always(first.get(ALL));
      case W2_ONE -> always(first.get(first.todo()));
      case W3_CREATE -> each(creations(makers));
      case W4_MIXED -> mixed();
    };
  }

  private static List<byte[]> creations(List<Member> members) {
    List<byte[]> requests = new ArrayList<>();
    for (Member member : members) {
      requests.add(Client.request("POST", ALL, member.credentials(), todo(1)));
    }
    return requests;
  }

  private Requests mixed() {
    List<byte[]> lists = members.stream().map(it -> it.get(ALL)).toList();
    List<byte[]> todos = members.stream().map(it -> it.get(it.todo())).toList();
    List<byte[]> creations = creations(members);
    List<byte[]> changes = new ArrayList<>();
    for (Member member : members) {
      for (int i = 0; i < 4; i++) {
        changes.add(
            Client.request(
                "PATCH",
                member.todo(),
                member.credentials(),
                "{\"task\":\"no, another " + i + "\"}"));
      }
    }
    return index -> {
      int user = Math.floorMod(index * 7, USERS);
      int kind = Math.floorMod(index * 31, 100);
      byte[] request =
          kind < 45
              ? lists.get(user)
              : kind < 90
                  ? todos.get(user)
                  : kind < 95 ? creations.get(user) : changes.get(Math.floorMod(index, 64));
      return ByteBuffer.wrap(request);
    };
  }

  private static Requests always(byte[] request) {
    return _ -> ByteBuffer.wrap(request);
  }

  private static Requests each(List<byte[]> requests) {
    return index -> ByteBuffer.wrap(requests.get(Math.floorMod(index, requests.size())));
  }
}
