package dev.honeydo.adapters.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

/** A server that the adapters are tried against; it shows in reports by its name. */
record TestServer(String name, String uri, MongoClient client) {

  TestServer(String name, String uri) {
    this(name, uri, MongoClients.create(uri));
  }

  @Override
  public String toString() {
    return name;
  }
}
