package dev.honeydo.adapters.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.UuidRepresentation;

/** A server that the adapters are tried against; it shows in reports by its name. */
record TestServer(String name, String uri, MongoClient client) {

  TestServer(String name, String uri) {
    this(
        name,
        uri,
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build()));
  }

  @Override
  public String toString() {
    return name;
  }
}
